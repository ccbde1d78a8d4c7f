import { Plus } from 'lucide-react';
import { type SubmitEvent, useState } from 'react';
import { dateFormat } from '@/shared/browser';
import { same, useForm } from '@/shared/forms';
import { useLocale, useTranslations } from '@/shared/i18n';
import { useNotices } from '@/shared/notices';
import { type DoctorUser, NewerEntries, useProfileChange } from '@/shared/profile';
import {
  Button,
  Card,
  cx,
  ErrorSummary,
  type FieldOf,
  IconButton,
  Select,
  type SummaryEntry,
  useProblemEntries,
} from '@/shared/ui';
import { CopyDay } from './CopyDay';
import { LeftOver } from './LeftOver';
import styles from './Practice.module.css';
import { WindowFields } from './WindowFields';
import { useDoctor } from './useDoctor';
import { useLeftOver } from './useLeftOver';
import {
  type DayName,
  DAYS,
  MAX_WINDOWS,
  PRESETS,
  problemsOf,
  runsInto,
  scheduleOf,
  type TimeWindow,
  windowsText,
  withNext,
  type Week,
  weekOf,
} from './week';

/** Monday to Friday. */
const WORKDAYS = 5;

const read = ({ schedule }: DoctorUser) => weekOf(schedule);

/** The usual week. What was changed stays until it is saved. */
export function WeekEditor() {
  const t = useTranslations('practice');
  const locale = useLocale();
  const problemEntries = useProblemEntries();
  const { notify } = useNotices();
  const doctor = useDoctor();
  const form = useForm('week', read(doctor), { version: doctor.version });
  const week = form.values;
  const [checked, setChecked] = useState(false);
  const [summary, setSummary] = useState<SummaryEntry[]>([]);
  const leftOver = useLeftOver('week');
  const save = useProfileChange(doctor, ({ saved, me: stored, sent }) => {
    form.commit(sent as Week, read(stored), stored.version);
    setChecked(false);
    setSummary([]);
    leftOver.keep(saved);
    notify({ kind: 'done', text: t('weekSaved') });
  });

  // 1 January 2024 was a Monday.
  const nameOf = (day: DayName) =>
    dateFormat(locale, 'UTC', { weekday: 'long' }).format(Date.UTC(2024, 0, 1 + DAYS.indexOf(day)));
  const changes = DAYS.filter((day) => !same(week[day], form.stored[day])).length;
  const preset = (windows: readonly TimeWindow[] | undefined) => {
    if (windows !== undefined) {
      DAYS.forEach((day, index) => form.set(day, index < WORKDAYS ? [...windows] : []));
    }
  };
  const copy = (from: DayName, days: readonly DayName[]) => days.forEach((day) => form.set(day, week[from]));
  const fieldOf: FieldOf = (field) => {
    const [, day = '', index = '0'] = /^schedule\[(\d)\](?:\.windows\[(\d+)\])?/.exec(field) ?? [];
    const name = DAYS[day === '' ? -1 : Number(day)];
    return name === undefined ? undefined : { id: `${name}-${index}`, label: nameOf(name) };
  };

  const send = (event: SubmitEvent) => {
    event.preventDefault();
    const found = DAYS.flatMap((day) =>
      problemsOf(week[day]).map((one) => ({
        field: `${day}-${one.index}`,
        text: t('dayProblem', { day: nameOf(day), problem: t(one.kind) }),
      })),
    );
    setChecked(true);
    setSummary(found);
    if (found.length === 0) {
      const basis = { seen: form.seen, version: form.version, wanted: week, read };
      save.mutate(
        { path: '/api/doctors/me/schedule', body: { schedule: scheduleOf(week) }, basis },
        { onError: (error) => setSummary(problemEntries(error, fieldOf)) },
      );
    }
  };
  const errorOf = (day: DayName) => (index: number) => {
    const problem = checked ? problemsOf(week[day]).find((one) => one.index === index) : undefined;
    return problem === undefined ? summary.find(({ field }) => field === `${day}-${index}`)?.text : t(problem.kind);
  };
  return (
    <Card stack>
      <h2>{t('week')}</h2>
      <form className={cx(styles.form, styles.week)} onSubmit={send} noValidate>
        <ErrorSummary entries={summary} />
        <NewerEntries
          form={form}
          labelOf={nameOf}
          textOf={(day, { [day]: windows }) => windowsText(windows) || t('closed')}
        />
        <Select
          label={t('preset')}
          value=""
          onChange={(chosen) => preset(PRESETS[Number(chosen)])}
          options={[
            { value: '', label: t('presetNone') },
            ...PRESETS.map((windows, index) => ({
              value: String(index),
              label: t('presetWorkdays', { times: windowsText(windows) }),
            })),
          ]}
        />
        {DAYS.map((day, index) => (
          <fieldset key={day} className={styles.day}>
            <legend>{nameOf(day)}</legend>
            {week[day].length === 0 ? (
              <p className={styles.closed}>{t('closed')}</p>
            ) : (
              <WindowFields
                id={day}
                windows={week[day]}
                errorOf={errorOf(day)}
                onChange={(windows) => form.set(day, windows)}
                adds={false}
              />
            )}
            <div className={styles.tools}>
              {week[day].length > 0 && <CopyDay from={day} nameOf={nameOf} onCopy={(days) => copy(day, days)} />}
              {week[day].length < MAX_WINDOWS && (
                <IconButton label={t('addWindow')} onClick={() => form.set(day, withNext(week[day]))}>
                  <Plus size={20} aria-hidden />
                </IconButton>
              )}
            </div>
            <Overnight windows={week[day]} next={DAYS[(index + 1) % DAYS.length] ?? day} week={week} nameOf={nameOf} />
          </fieldset>
        ))}
        <div className={cx(styles.saveBar, changes > 0 && styles.sticky)}>
          <p role="status">{changes > 0 && t('changes', { count: changes })}</p>
          <Button type="submit" look="primary" busy={save.isPending}>
            {t('saveWeek')}
          </Button>
        </div>
      </form>
      <LeftOver appointments={leftOver.appointments} onDismiss={leftOver.dismiss} />
    </Card>
  );
}

/** Points out, before anything is saved, that a night runs into the next morning. */
function Overnight({
  windows,
  next,
  week,
  nameOf,
}: {
  windows: readonly TimeWindow[];
  next: DayName;
  week: Week;
  nameOf: (day: DayName) => string;
}) {
  const t = useTranslations('practice');
  const both = runsInto(windows, week[next]);
  return (
    <div role="status" className={styles.note}>
      {both !== undefined && (
        <p className={styles.attention}>
          {t('overnight', { late: windowsText([both.late]), next: nameOf(next), early: windowsText([both.early]) })}
        </p>
      )}
    </div>
  );
}
