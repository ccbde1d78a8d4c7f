import { Copy } from 'lucide-react';
import { useState } from 'react';
import { useTranslations } from '@/shared/i18n';
import { Button, Checkbox, Dialog, DialogActions, IconButton } from '@/shared/ui';
import styles from './Practice.module.css';
import { type DayName, DAYS } from './week';

/** Copies the windows of a day to other days, which the doctor chooses; they replace what is there. */
export function CopyDay({
  from,
  nameOf,
  onCopy,
}: {
  from: DayName;
  nameOf: (day: DayName) => string;
  onCopy: (days: DayName[]) => void;
}) {
  const t = useTranslations('practice');
  const [chosen, setChosen] = useState<readonly DayName[] | null>(null);
  const close = () => setChosen(null);
  return (
    <>
      <IconButton label={t('copyOf', { day: nameOf(from) })} onClick={() => setChosen([])}>
        <Copy size={20} aria-hidden />
      </IconButton>
      <Dialog open={chosen !== null} onClose={close} title={t('copyOf', { day: nameOf(from) })}>
        <fieldset className={styles.choices}>
          <legend>{t('copyTo')}</legend>
          {DAYS.filter((day) => day !== from).map((day) => (
            <Checkbox
              key={day}
              label={nameOf(day)}
              checked={chosen?.includes(day) ?? false}
              onChange={(checked) =>
                setChosen((all) => [...(all ?? []).filter((each) => each !== day), ...(checked ? [day] : [])])
              }
            />
          ))}
        </fieldset>
        <DialogActions>
          <Button onClick={close}>{t('copyNot')}</Button>
          <Button
            look="primary"
            disabled={chosen?.length === 0}
            onClick={() => {
              onCopy([...(chosen ?? [])]);
              close();
            }}
          >
            {t('copyNow')}
          </Button>
        </DialogActions>
      </Dialog>
    </>
  );
}
