import { type ReactNode, useState } from 'react';
import { useLanguage, useTranslations } from '@/shared/i18n';
import { useSpecialties } from '@/shared/specialties';
import { useSpokenLanguages } from '@/shared/spoken';
import { currentTime, dateIn, OWN_ZONE } from '@/shared/time';
import { Button, SearchForm, Select, TextField } from '@/shared/ui';
import styles from './Doctors.module.css';
import { DEFAULT_ORDER, type Search, useSpecializations } from './doctorsApi';

const YEARS = [5, 10, 20];
const STARS = [3, 4];
const SORTS = [DEFAULT_ORDER, 'name', 'rating', 'experience'] as const;
const WHENS = ['today', 'week'] as const;
/** Of the specialties, those with most doctors are offered beside the search; the filters have all. */
const SPECIALTIES = 5;

/** Words to search for, filters and the order. Filters work at once, words when they are sent. */
export function SearchTools({
  search,
  onChange,
  onClear,
  searching,
}: {
  search: Search;
  onChange: (changes: Search) => void;
  onClear: () => void;
  searching: boolean;
}) {
  const t = useTranslations('doctors');
  const { language } = useLanguage();
  const { name, options } = useSpokenLanguages();
  const { nameOf } = useSpecialties();
  const known = useSpecializations();
  const specializations = known ?? [];
  const asked = search.q ?? '';
  // What is typed belongs to the search that it started from: another one, by Back or by a button, has its own words.
  const [typed, setTyped] = useState({ over: asked, words: asked });
  const words = typed.over === asked ? typed.words : asked;
  const filters = [
    search.specialization,
    search.language,
    search.minExperience,
    search.minRating,
    search.availableOn,
  ].filter(Boolean).length;
  const any = { value: '', label: t('any') };
  const popular = specializations.toSorted((one, other) => other.count - one.count).slice(0, SPECIALTIES);
  const onChips = [
    search.language === language,
    search.specialization !== undefined &&
      (known === undefined || popular.some(({ specialization }) => specialization === search.specialization)),
  ].filter(Boolean).length;

  return (
    <div className={styles.tools}>
      <SearchForm
        className={styles.search}
        label={t('search')}
        button={t('searchButton')}
        words={words}
        onType={(value) => setTyped({ over: asked, words: value })}
        onSearch={(q) => onChange({ q })}
      />
      <div className={styles.chips} role="group" aria-label={t('chips')}>
        {WHENS.map((when) => (
          <Chip
            key={when}
            chosen={search.when === when}
            onChange={(chosen) => onChange({ when: chosen ? when : '', availableOn: '' })}
          >
            {t(when)}
          </Chip>
        ))}
        <Chip
          chosen={search.language === language}
          onChange={(chosen) => onChange({ language: chosen ? language : '' })}
        >
          {t('speaks', { languages: name(language) })}
        </Chip>
        {popular.map(({ specialization }) => (
          <Chip
            key={specialization}
            chosen={search.specialization === specialization}
            onChange={(chosen) => onChange({ specialization: chosen ? specialization : '' })}
          >
            {nameOf(specialization)}
          </Chip>
        ))}
      </div>
      {/* Open for what no chip shows; what one shows must not push the doctors out of sight. */}
      <details className={styles.filters} open={filters > onChips || undefined}>
        <summary>{filters === 0 ? t('filters') : t('filtersCount', { count: filters })}</summary>
        <div className={styles.grid}>
          <Select
            label={t('specialization')}
            value={search.specialization ?? ''}
            onChange={(specialization) => onChange({ specialization })}
            options={[
              any,
              ...specializations.map(({ specialization, count }) => ({
                value: specialization,
                label: t('specializationCount', { name: nameOf(specialization), count }),
              })),
            ]}
          />
          <Select
            label={t('language')}
            value={search.language ?? ''}
            onChange={(chosen) => onChange({ language: chosen })}
            options={[any, ...options(search.language === undefined ? [] : [search.language])]}
          />
          <Select
            label={t('minExperience')}
            value={search.minExperience ?? ''}
            onChange={(minExperience) => onChange({ minExperience })}
            options={[any, ...YEARS.map((count) => ({ value: String(count), label: t('atLeastYears', { count }) }))]}
          />
          <Select
            label={t('minRating')}
            value={search.minRating ?? ''}
            onChange={(minRating) => onChange({ minRating })}
            options={[any, ...STARS.map((count) => ({ value: String(count), label: t('atLeastStars', { count }) }))]}
          />
          <TextField
            label={t('availableOn')}
            type="date"
            min={dateIn(OWN_ZONE, currentTime())}
            value={search.availableOn ?? ''}
            onChange={(availableOn) => onChange({ availableOn, when: '' })}
          />
          <Select
            label={t('sort')}
            value={search.sort ?? DEFAULT_ORDER}
            onChange={(sort) => onChange({ sort: sort === DEFAULT_ORDER ? '' : sort })}
            options={SORTS.map((value) => ({ value, label: t(`sort_${value}`) }))}
          />
        </div>
      </details>
      {searching && (
        <Button
          look="quiet"
          className={styles.clear}
          onClick={() => {
            setTyped({ over: '', words: '' });
            onClear();
          }}
        >
          {t('clear')}
        </Button>
      )}
    </div>
  );
}

/** A filter that is on or off. */
function Chip({
  chosen,
  onChange,
  children,
}: {
  chosen: boolean;
  onChange: (chosen: boolean) => void;
  children: ReactNode;
}) {
  return (
    <Button className={styles.chip} aria-pressed={chosen} onClick={() => onChange(!chosen)}>
      {children}
    </Button>
  );
}
