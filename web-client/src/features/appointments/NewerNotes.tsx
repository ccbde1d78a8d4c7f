import { useTranslations } from '@/shared/i18n';
import { Button, NewerBox } from '@/shared/ui';
import styles from './Appointments.module.css';

/** Notes that were saved elsewhere while the doctor wrote: both texts are there, and the doctor decides. */
export function NewerNotes({
  newer,
  mine,
  onDecide,
}: {
  newer: string;
  mine: string;
  onDecide: (notes: string) => void;
}) {
  const t = useTranslations('appointments');
  return (
    <NewerBox
      title={t('newerNotes')}
      actions={
        <>
          <Button onClick={() => onDecide([newer, mine].filter((text) => text !== '').join('\n\n'))}>
            {t('newerBoth')}
          </Button>
          <Button onClick={() => onDecide(mine)}>{t('newerMine')}</Button>
          <Button onClick={() => onDecide(newer)}>{t('newerTheirs')}</Button>
        </>
      }
    >
      <p className={styles.text}>{newer === '' ? t('newerEmpty') : newer}</p>
      <p>{t('newerDecide')}</p>
    </NewerBox>
  );
}
