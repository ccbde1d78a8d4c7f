import { type SubmitEvent, useState } from 'react';
import { useForm } from '@/shared/forms';
import { useTranslations } from '@/shared/i18n';
import { useNotices } from '@/shared/notices';
import { currentTime, dateIn, useTimes } from '@/shared/time';
import { type DoctorUser, useProfileChange } from '@/shared/profile';
import {
  Button,
  Card,
  ErrorSummary,
  type FieldOf,
  RadioGroup,
  type SummaryEntry,
  TextField,
  useProblemEntries,
} from '@/shared/ui';
import { type DateRange, datesOf, lastDateFrom, MAX_DATES, rangesOf } from './dates';
import { LeftOver } from './LeftOver';
import styles from './Practice.module.css';
import { WindowFields } from './WindowFields';
import { useDoctor } from './useDoctor';
import { useLeftOver } from './useLeftOver';
import { problemsOf, type TimeWindow, windowsText } from './week';

interface Entries {
  from: string;
  /** Empty for a single date. */
  to: string;
  kind: 'off' | 'instead' | 'extra';
  windows: TimeWindow[];
}
const EMPTY: Entries = { from: '', to: '', kind: 'off', windows: [] };
const FROM = 'special-from';
const TO = 'special-to';

/** Dates that differ from the usual week: time off, other hours, or more hours. */
export function DaysEditor() {
  const t = useTranslations('practice');
  const problemEntries = useProblemEntries();
  const times = useTimes();
  const { notify } = useNotices();
  const doctor = useDoctor();
  const today = dateIn(doctor.timeZone, currentTime());
  const form = useForm<Entries>('special dates', EMPTY);
  const { from, to, kind, windows } = form.values;
  const [summary, setSummary] = useState<SummaryEntry[]>([]);
  const coming = rangesOf(doctor.overrides.filter((each) => each.date >= today));
  const leftOver = useLeftOver('days', 'calendar');
  const change = useProfileChange(doctor, ({ saved }) => {
    setSummary([]);
    leftOver.keep(saved);
    notify({ kind: 'done', text: t('daySaved') });
  });
  const fieldOf: FieldOf = (field) => {
    const match = /^windows(?:\[(\d+)\])?/.exec(field);
    if (match !== null) {
      return { id: `special-${match[1] ?? '0'}`, label: t('times') };
    }
    if (field === 'to') {
      return { id: TO, label: t('lastDate') };
    }
    return field === 'from' || field === 'overrides' ? { id: FROM, label: t('firstDate') } : undefined;
  };
  const send = (dates: { from: string; to: string }, override?: DateRange['override'], sent?: Entries) => {
    const read = ({ overrides }: DoctorUser) =>
      overrides.filter((each) => each.date >= dates.from && each.date <= dates.to);
    const basis = { seen: read(doctor), version: doctor.version, read };
    change.mutate(
      override === undefined
        ? {
            path: `/api/doctors/me/overrides?from=${dates.from}&to=${dates.to}`,
            body: null,
            basis: { ...basis, wanted: [] },
          }
        : {
            path: '/api/doctors/me/overrides',
            body: { ...dates, ...override },
            basis: { ...basis, wanted: datesOf(dates.from, dates.to).map((date) => ({ date, ...override })) },
          },
      {
        onError: (error) => setSummary(problemEntries(error, fieldOf)),
        ...(sent && { onSuccess: () => form.commit(sent) }),
      },
    );
  };

  const day = (date: string) => times.date(`${date}T00:00:00Z`, 'UTC');
  const rangeText = ({ from: first, to: last }: DateRange) =>
    first === last ? day(first) : t('dates', { first: day(first), last: day(last) });

  const add = (event: SubmitEvent) => {
    event.preventDefault();
    const found: SummaryEntry[] = problemsOf(kind === 'off' ? [] : windows).map((one) => ({
      field: `special-${one.index}`,
      text: t(one.kind),
    }));
    if (from < today) {
      found.unshift({ field: FROM, text: t('dateMissing') });
    } else if (to !== '' && to < from) {
      found.unshift({ field: TO, text: t('lastBeforeFirst') });
    } else if (to > lastDateFrom(from)) {
      found.unshift({ field: TO, text: t('tooManyDates', { max: MAX_DATES }) });
    } else if (kind !== 'off' && windows.length === 0) {
      found.push({ text: t('spansMissing') });
    }
    setSummary(found);
    if (found.length === 0) {
      const dates = { from, to: to === '' ? from : to };
      send(dates, { timeOff: kind !== 'extra', windows: kind === 'off' ? [] : windows }, form.values);
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
            <li key={each.from} className={styles.row}>
              <span>
                <strong>{rangeText(each)}</strong>{' '}
                {t(each.override.windows.length === 0 ? 'isOff' : each.override.timeOff ? 'isInstead' : 'isExtra', {
                  times: windowsText(each.override.windows),
                })}
              </span>
              <Button
                look="quiet"
                busy={change.isPending}
                aria-label={t('usualOn', { dates: rangeText(each) })}
                onClick={() => send(each)}
              >
                {t('usual')}
              </Button>
            </li>
          ))}
        </ul>
      )}
      <form className={styles.form} onSubmit={add} noValidate>
        <ErrorSummary entries={summary} />
        <TextField
          id={FROM}
          type="date"
          label={t('firstDate')}
          required
          min={today}
          value={from}
          onChange={(value) => form.set('from', value)}
          error={summary.find(({ field }) => field === FROM)?.text}
        />
        <TextField
          id={TO}
          type="date"
          label={t('lastDate')}
          hint={t('lastDateHint')}
          min={from === '' ? today : from}
          value={to}
          onChange={(value) => form.set('to', value)}
          error={summary.find(({ field }) => field === TO)?.text}
        />
        <RadioGroup
          label={t('kind')}
          value={kind}
          onChange={(value) => form.set('kind', value)}
          options={(['off', 'instead', 'extra'] as const).map((value) => ({ value, label: t(value) }))}
        />
        {kind !== 'off' && (
          <WindowFields
            id="special"
            windows={windows}
            errorOf={(index) => summary.find(({ field }) => field === `special-${index}`)?.text}
            onChange={(value) => form.set('windows', value)}
          />
        )}
        <div>
          <Button type="submit" busy={change.isPending}>
            {t('saveDay')}
          </Button>
        </div>
      </form>
      <LeftOver appointments={leftOver.appointments} onDismiss={leftOver.dismiss} />
    </Card>
  );
}
