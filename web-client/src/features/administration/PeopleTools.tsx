import { useState } from 'react';
import { useTranslations } from '@/shared/i18n';
import { Button, SearchForm, Select } from '@/shared/ui';
import styles from './Administration.module.css';
import { ROLES, type Search, STATES } from './administrationApi';

/** Words to search for, and filters. Filters work at once, words when they are sent. */
export function PeopleTools({
  search,
  onChange,
  onClear,
}: {
  search: Search;
  onChange: (changes: Search) => void;
  onClear: () => void;
}) {
  const t = useTranslations('administration');
  const [words, setWords] = useState(search.q ?? '');
  return (
    <div className={styles.tools}>
      <SearchForm
        className={styles.search}
        label={t('search')}
        button={t('searchButton')}
        words={words}
        onType={setWords}
        onSearch={(q) => onChange({ q })}
      />
      <div className={styles.filters}>
        <Select
          label={t('state')}
          value={search.state ?? ''}
          onChange={(state) => onChange({ state })}
          options={[{ value: '', label: t('all') }, ...STATES.map((value) => ({ value, label: t(`state_${value}`) }))]}
        />
        <Select
          label={t('role')}
          value={search.role ?? ''}
          onChange={(role) => onChange({ role })}
          options={[{ value: '', label: t('all') }, ...ROLES.map((value) => ({ value, label: t(`role_${value}`) }))]}
        />
        {Object.keys(search).length > 0 && (
          <Button
            look="quiet"
            onClick={() => {
              setWords('');
              onClear();
            }}
          >
            {t('clear')}
          </Button>
        )}
      </div>
    </div>
  );
}
