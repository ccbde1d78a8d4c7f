import { useEffect, useRef } from 'react';
import { useTranslations } from '../i18n';
import styles from './States.module.css';

export interface SummaryEntry {
  /** The id of the field's control; none for what concerns the whole form. */
  field?: string;
  text: string;
}

/**
 * Everything that prevents the form from being sent, in one place that takes the focus whenever `entries` changes.
 */
export function ErrorSummary({ entries }: { entries: readonly SummaryEntry[] }) {
  const t = useTranslations('common');
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (entries.length > 0) {
      box.current?.focus();
    }
  }, [entries]);
  if (entries.length === 0) {
    return null;
  }
  return (
    <div className={styles.summary} ref={box} tabIndex={-1} role="alert" aria-labelledby="error-summary-title">
      <h2 id="error-summary-title">{t('errorSummary')}</h2>
      <ul className={styles.summaryList}>
        {entries.map(({ field, text }) => (
          <li key={`${field ?? ''} ${text}`}>
            {field === undefined ? (
              text
            ) : (
              <a
                href={`#${field}`}
                onClick={(event) => {
                  event.preventDefault();
                  const target = document.getElementById(field);
                  (target?.querySelector('input') ?? target)?.focus();
                }}
              >
                {text}
              </a>
            )}
          </li>
        ))}
      </ul>
    </div>
  );
}
