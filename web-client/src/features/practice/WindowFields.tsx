import { Plus, Trash2 } from 'lucide-react';
import { useTranslations } from '@/shared/i18n';
import { Button, IconButton, TextField } from '@/shared/ui';
import styles from './Practice.module.css';
import { endsNextDay, MAX_WINDOWS, type TimeWindow, withNext } from './week';

/** The windows of one day, to be changed, one in a row. `id` begins the ids of the controls. */
export function WindowFields({
  id,
  windows,
  errorOf,
  onChange,
  adds = true,
}: {
  id: string;
  windows: readonly TimeWindow[];
  errorOf: (index: number) => string | undefined;
  onChange: (windows: TimeWindow[]) => void;
  /** Whether the button for one more stands below. */
  adds?: boolean;
}) {
  const t = useTranslations('practice');
  const put = (index: number, change: Partial<TimeWindow>) =>
    onChange(windows.map((timeWindow, each) => (each === index ? { ...timeWindow, ...change } : timeWindow)));
  return (
    <div className={styles.windows}>
      {windows.map((timeWindow, index) => (
        <div key={index} className={styles.window}>
          <TextField
            id={`${id}-${index}`}
            type="time"
            label={t('from')}
            required
            value={timeWindow.startTime}
            onChange={(startTime) => put(index, { startTime })}
            error={errorOf(index)}
          />
          <span className={styles.dash} aria-hidden>
            –
          </span>
          <TextField
            type="time"
            label={t('to')}
            required
            hint={endsNextDay(timeWindow) ? t('nextDay') : undefined}
            value={timeWindow.endTime}
            onChange={(endTime) => put(index, { endTime })}
          />
          <IconButton
            label={t('removeWindow', { from: timeWindow.startTime, to: timeWindow.endTime })}
            onClick={() => onChange(windows.filter((_, each) => each !== index))}
          >
            <Trash2 size={20} aria-hidden />
          </IconButton>
        </div>
      ))}
      {adds && windows.length < MAX_WINDOWS && (
        <Button look="quiet" icon={<Plus size={20} aria-hidden />} onClick={() => onChange(withNext(windows))}>
          {t('addWindow')}
        </Button>
      )}
    </div>
  );
}
