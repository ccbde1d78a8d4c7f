import { Plus, Trash2 } from 'lucide-react';
import { useTranslations } from '@/shared/i18n';
import { Button, IconButton, TextField } from '@/shared/ui';
import styles from './Practice.module.css';
import { endsNextDay, MAX_SPANS, type Span, withNext } from './week';

/** The windows of one day, to be changed. `id` begins the ids of the controls. */
export function Spans({
  id,
  spans,
  errorOf,
  onChange,
}: {
  id: string;
  spans: readonly Span[];
  errorOf: (index: number) => string | undefined;
  onChange: (spans: Span[]) => void;
}) {
  const t = useTranslations('practice');
  const put = (index: number, change: Partial<Span>) =>
    onChange(spans.map((span, each) => (each === index ? { ...span, ...change } : span)));
  return (
    <div className={styles.spans}>
      {spans.map((span, index) => (
        <div key={index} className={styles.span}>
          <TextField
            id={`${id}-${index}`}
            type="time"
            label={t('from')}
            required
            value={span.startTime}
            onChange={(startTime) => put(index, { startTime })}
            error={errorOf(index)}
          />
          <TextField
            type="time"
            label={t('to')}
            required
            hint={endsNextDay(span) ? t('nextDay') : undefined}
            value={span.endTime}
            onChange={(endTime) => put(index, { endTime })}
          />
          <IconButton
            label={t('removeSpan', { from: span.startTime, to: span.endTime })}
            onClick={() => onChange(spans.filter((_, each) => each !== index))}
          >
            <Trash2 size={20} aria-hidden />
          </IconButton>
        </div>
      ))}
      {spans.length < MAX_SPANS && (
        <Button look="quiet" icon={<Plus size={20} aria-hidden />} onClick={() => onChange(withNext(spans))}>
          {t('addSpan')}
        </Button>
      )}
    </div>
  );
}
