import { useEffect, useRef } from 'react';
import { useTranslations } from '@/shared/i18n';
import { Button } from '@/shared/ui';
import styles from './Visits.module.css';

/** Notes that were saved elsewhere while the doctor wrote: both texts are there, and the doctor decides. */
export function NewerNotes({ newer, mine, onDecide }: { newer: string; mine: string; onDecide: (notes: string) => void }) {
  const t = useTranslations('visits');
  const box = useRef<HTMLElement>(null);
  // What was typed meanwhile keeps the focus; only the press of "Save" leads here.
  useEffect(() => {
    if (document.activeElement?.tagName !== 'TEXTAREA') {
      box.current?.focus();
    }
  }, [newer]);
  return (
    <section className={styles.newer} ref={box} tabIndex={-1} role="alert" aria-labelledby="newer-notes">
      <h3 id="newer-notes">{t('newerNotes')}</h3>
      <p className={styles.text}>{newer === '' ? t('newerEmpty') : newer}</p>
      <p>{t('newerDecide')}</p>
      <div className={styles.apart}>
        <Button onClick={() => onDecide([newer, mine].filter((text) => text !== '').join('\n\n'))}>{t('newerBoth')}</Button>
        <Button onClick={() => onDecide(mine)}>{t('newerMine')}</Button>
        <Button onClick={() => onDecide(newer)}>{t('newerTheirs')}</Button>
      </div>
    </section>
  );
}
