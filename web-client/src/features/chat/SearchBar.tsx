import { ChevronDown, ChevronUp, X } from 'lucide-react';
import { useEffect, useId, useRef } from 'react';
import { useTranslations } from '@/shared/i18n';
import { Button, IconButton, VisuallyHidden } from '@/shared/ui';
import styles from './SearchBar.module.css';
import type { MessageSearch } from './useMessageSearch';

/** Finds words in the conversation: Enter goes to the next older message that has them, Escape ends the search. */
export function SearchBar({ search, onClose }: { search: MessageSearch; onClose: () => void }) {
  const t = useTranslations('chat');
  const id = useId();
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => field.current?.focus(), []);
  const searched = search.words.trim() !== '';
  return (
    <form
      role="search"
      className={styles.bar}
      onSubmit={(event) => {
        event.preventDefault();
        (search.older ?? search.readOlder)?.();
      }}
    >
      <VisuallyHidden>
        <label htmlFor={id}>{t('search')}</label>
      </VisuallyHidden>
      <input
        ref={field}
        id={id}
        type="search"
        className={styles.field}
        placeholder={t('search')}
        autoComplete="off"
        dir="auto"
        value={search.words}
        onChange={(event) => search.search(event.target.value)}
        onKeyDown={(event) => event.key === 'Escape' && onClose()}
      />
      <IconButton label={t('searchOlder')} disabled={search.older === undefined} onClick={search.older}>
        <ChevronUp size={20} aria-hidden />
      </IconButton>
      <IconButton label={t('searchNewer')} disabled={search.newer === undefined} onClick={search.newer}>
        <ChevronDown size={20} aria-hidden />
      </IconButton>
      <IconButton label={t('searchEnd')} onClick={onClose}>
        <X size={20} aria-hidden />
      </IconButton>
      <p role="status" className={styles.count}>
        {searched && t('searchCount', { place: search.place, count: search.count })}
      </p>
      {search.readOlder !== undefined && search.older === undefined && (
        <Button look="quiet" busy={search.reading} onClick={() => void search.readOlder?.()}>
          {t('searchEarlier')}
        </Button>
      )}
    </form>
  );
}
