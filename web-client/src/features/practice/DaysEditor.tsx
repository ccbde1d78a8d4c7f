import { type SubmitEvent, useState } from 'react';
import { useForm } from '@/shared/forms';
import { useTranslations } from '@/shared/i18n';
import { useNotices } from '@/shared/notices';
import { dateIn, useTimes } from '@/shared/time';
import { Button, Card, ErrorSummary, RadioGroup, type SummaryEntry, TextField, useProblemText } from '@/shared/ui';
import styles from './Practice.module.css';
import { useDoctor, usePracticeChange } from './practiceApi';
import { Spans } from './Spans';
import { problemsOf, type Span } from './week';

interface Entries {
  date: string;
  kind: 'off' | 'instead' | 'extra';
  spans: Span[];
}
const EMPTY: Entries = { date: '', kind: 'off', spans: [] };

/** Single dates that differ from the usual week: time off, other hours, or more hours. */
export function DaysEditor() {
  const t = useTranslations('practice');
  const text = useProblemText();
  const times = useTimes();
  const { notify } = useNotices();
  const doctor = useDoctor();
  const today = dateIn(doctor.timeZone, new Date());
  const form = useForm<Entries>('special day', EMPTY);
  const { date, kind, spans } = form.values;
  const [summary, setSummary] = useState<SummaryEntry[]>([]);
  const coming = doctor.overrides.filter((each) => each.date >= today);
  const change = usePracticeChange((practice) => {
    setSummary([]);
    const affected = practice.noLongerFit.length;
    notify({ kind: affected > 0 ? 'attention' : 'done', text: affected > 0 ? t('leftOver', { count: affected }) : t('daySaved') });
  });
  const failed = { onError: (error: unknown) => setSummary([{ text: text(error) }]) };

  const add = (event: SubmitEvent) => {
    event.preventDefault();
    const found: SummaryEntry[] = problemsOf(kind === 'off' ? [] : spans).map((one) => ({ field: `special-${one.index}`, text: t(one.kind) }));
    if (date < today) {
      found.unshift({ field: 'special-date', text: t('dateMissing') });
    } else if (kind !== 'off' && spans.length === 0) {
      found.push({ text: t('spansMissing') });
    }
    setSummary(found);
    if (found.length === 0) {
      const override = { timeOff: kind !== 'extra', windows: kind === 'off' ? [] : spans };
      change.mutate({ date, override }, { ...failed, onSuccess: form.forget });
    }
  };
  return (
    <Card stack>
      <h2>{t('days')}</h2>
      {coming.length === 0 ? (
        <p className={styles.quiet}>{t('noDays')}</p>
      ) : (
        <ul className={styles.list}>
          {coming.map((each) => (
            <li key={each.date} className={styles.row}>
              <span>
                <strong>{times.date(`${each.date}T00:00:00Z`, 'UTC')}</strong>{' '}
                {t(each.windows.length === 0 ? 'isOff' : each.timeOff ? 'isInstead' : 'isExtra', {
                  times: each.windows.map(({ startTime, endTime }) => `${startTime}–${endTime}`).join(', '),
                })}
              </span>
              <Button look="quiet" busy={change.isPending} onClick={() => change.mutate({ date: each.date, override: null }, failed)}>
                {t('usual')}
              </Button>
            </li>
          ))}
        </ul>
      )}
      <form className={styles.form} onSubmit={add} noValidate>
        <ErrorSummary entries={summary} />
        <TextField
          id="special-date"
          type="date"
          label={t('date')}
          required
          min={today}
          value={date}
          onChange={(value) => form.set('date', value)}
          error={summary.find(({ field }) => field === 'special-date')?.text}
        />
        <RadioGroup
          label={t('kind')}
          value={kind}
          onChange={(value) => form.set('kind', value)}
          options={(['off', 'instead', 'extra'] as const).map((value) => ({ value, label: t(value) }))}
        />
        {kind !== 'off' && (
          <Spans id="special" spans={spans} problems={summary.length > 0 ? problemsOf(spans) : []} onChange={(value) => form.set('spans', value)} />
        )}
        <div>
          <Button type="submit" busy={change.isPending}>
            {t('saveDay')}
          </Button>
        </div>
      </form>
    </Card>
  );
}
