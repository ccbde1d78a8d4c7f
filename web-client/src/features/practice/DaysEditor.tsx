import { type SubmitEvent, useState } from 'react';
import type { Appointment } from '@/shared/api';
import { useForm } from '@/shared/forms';
import { useTranslations } from '@/shared/i18n';
import { useNotices } from '@/shared/notices';
import { dateIn, useTimes } from '@/shared/time';
import { type DoctorUser, useProfileChange } from '@/shared/profile';
import { Button, Card, ErrorSummary, type FieldOf, RadioGroup, type SummaryEntry, TextField, useProblemEntries } from '@/shared/ui';
import { LeftOver } from './LeftOver';
import styles from './Practice.module.css';
import { Spans } from './Spans';
import { useDoctor } from './useDoctor';
import { problemsOf, type Span, spansText } from './week';

interface Entries {
  date: string;
  kind: 'off' | 'instead' | 'extra';
  spans: Span[];
}
const EMPTY: Entries = { date: '', kind: 'off', spans: [] };
const DATE = 'special-date';

/** Single dates that differ from the usual week: time off, other hours, or more hours. */
export function DaysEditor() {
  const t = useTranslations('practice');
  const problemEntries = useProblemEntries();
  const times = useTimes();
  const { notify } = useNotices();
  const doctor = useDoctor();
  const today = dateIn(doctor.timeZone, new Date());
  const form = useForm<Entries>('special day', EMPTY);
  const { date, kind, spans } = form.values;
  const [summary, setSummary] = useState<SummaryEntry[]>([]);
  const coming = doctor.overrides.filter((each) => each.date >= today);
  const [leftOver, setLeftOver] = useState<Appointment[]>([]);
  const change = useProfileChange(doctor, (saved) => {
    setSummary([]);
    setLeftOver('noLongerFit' in saved ? saved.noLongerFit : []);
    notify({ kind: 'done', text: t('daySaved') });
  });
  const fieldOf: FieldOf = (field) => {
    const span = /^windows(?:\[(\d+)\])?/.exec(field);
    if (span !== null) {
      return { id: `special-${span[1] ?? '0'}`, label: t('times') };
    }
    return field === 'date' || field === 'overrides' ? { id: DATE, label: t('date') } : undefined;
  };
  const send = (day: string, override: { timeOff: boolean; windows: Span[] } | null, onSuccess?: () => void) => {
    const read = ({ overrides }: DoctorUser) => overrides.find((each) => each.date === day);
    change.mutate(
      {
        path: `/api/doctors/me/overrides/${day}`,
        body: override,
        basis: { seen: read(doctor), version: doctor.version, wanted: override === null ? undefined : { date: day, ...override }, read },
      },
      { onError: (error) => setSummary(problemEntries(error, fieldOf)), ...(onSuccess && { onSuccess }) },
    );
  };

  const add = (event: SubmitEvent) => {
    event.preventDefault();
    const found: SummaryEntry[] = problemsOf(kind === 'off' ? [] : spans).map((one) => ({ field: `special-${one.index}`, text: t(one.kind) }));
    if (date < today) {
      found.unshift({ field: DATE, text: t('dateMissing') });
    } else if (kind !== 'off' && spans.length === 0) {
      found.push({ text: t('spansMissing') });
    }
    setSummary(found);
    if (found.length === 0) {
      send(date, { timeOff: kind !== 'extra', windows: kind === 'off' ? [] : spans }, form.forget);
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
                  times: spansText(each.windows),
                })}
              </span>
              <Button look="quiet" busy={change.isPending} onClick={() => send(each.date, null)}>
                {t('usual')}
              </Button>
            </li>
          ))}
        </ul>
      )}
      <form className={styles.form} onSubmit={add} noValidate>
        <ErrorSummary entries={summary} />
        <TextField
          id={DATE}
          type="date"
          label={t('date')}
          required
          min={today}
          value={date}
          onChange={(value) => form.set('date', value)}
          error={summary.find(({ field }) => field === DATE)?.text}
        />
        <RadioGroup
          label={t('kind')}
          value={kind}
          onChange={(value) => form.set('kind', value)}
          options={(['off', 'instead', 'extra'] as const).map((value) => ({ value, label: t(value) }))}
        />
        {kind !== 'off' && (
          <Spans
            id="special"
            spans={spans}
            errorOf={(index) => summary.find(({ field }) => field === `special-${index}`)?.text}
            onChange={(value) => form.set('spans', value)}
          />
        )}
        <div>
          <Button type="submit" busy={change.isPending}>
            {t('saveDay')}
          </Button>
        </div>
      </form>
      <LeftOver visits={leftOver} />
    </Card>
  );
}
