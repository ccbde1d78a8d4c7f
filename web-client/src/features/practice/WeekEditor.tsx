import { type SubmitEvent, useState } from 'react';
import { Link } from '@/shared/router';
import type { Appointment, Day } from '@/shared/api';
import { useForm } from '@/shared/forms';
import { useLocale, useTranslations } from '@/shared/i18n';
import { useNotices } from '@/shared/notices';
import { VisitTime } from '@/shared/time';
import { Button, Card, ErrorSummary, type SummaryEntry, useProblemText } from '@/shared/ui';
import styles from './Practice.module.css';
import { useDoctor, usePracticeChange } from './practiceApi';
import { Spans } from './Spans';
import { problemsOf } from './week';

/** 1 January 2024 was a Monday. */
function dayName(locale: string, index: number): string {
  return new Intl.DateTimeFormat(locale, { weekday: 'long', timeZone: 'UTC' }).format(Date.UTC(2024, 0, 1 + index));
}

/** The usual week. What was changed stays until it is saved. */
export function WeekEditor() {
  const t = useTranslations('practice');
  const locale = useLocale();
  const text = useProblemText();
  const { notify } = useNotices();
  const form = useForm<{ week: Day[] }>('week', { week: useDoctor().schedule });
  const { week } = form.values;
  const [checked, setChecked] = useState(false);
  const [summary, setSummary] = useState<SummaryEntry[]>([]);
  const [leftOver, setLeftOver] = useState<Appointment[]>([]);
  const save = usePracticeChange((practice) => {
    form.forget();
    setChecked(false);
    setSummary([]);
    setLeftOver(practice.noLongerFit);
    notify({ kind: 'done', text: t('weekSaved') });
  });

  const put = (day: Day['day'], windows: Day['windows']) =>
    form.set('week', week.map((each) => (each.day === day ? { ...each, windows } : each)));
  const copyToWorkdays = (windows: Day['windows']) =>
    form.set('week', week.map((each, index) => (index < 5 ? { ...each, windows } : each)));

  const send = (event: SubmitEvent) => {
    event.preventDefault();
    const found = week.flatMap(({ day, windows }, index) =>
      problemsOf(windows).map((one) => ({
        field: `${day}-${one.index}`,
        text: t('dayProblem', { day: dayName(locale, index), problem: t(one.kind) }),
      })),
    );
    setChecked(true);
    setSummary(found);
    if (found.length === 0) {
      save.mutate({ week }, { onError: (error) => setSummary([{ text: text(error) }]) });
    }
  };
  return (
    <Card stack>
      <h2>{t('week')}</h2>
      <form className={styles.form} onSubmit={send} noValidate>
        <ErrorSummary entries={summary} />
        {week.map(({ day, windows }, index) => (
          <fieldset key={day} className={styles.day}>
            <legend>{dayName(locale, index)}</legend>
            {windows.length === 0 && <p className={styles.quiet}>{t('closed')}</p>}
            <Spans id={day} spans={windows} problems={checked ? problemsOf(windows) : []} onChange={(spans) => put(day, spans)} />
            {index === 0 && windows.length > 0 && (
              <Button look="quiet" onClick={() => copyToWorkdays(windows)}>
                {t('copy')}
              </Button>
            )}
          </fieldset>
        ))}
        <div>
          <Button type="submit" look="primary" busy={save.isPending}>
            {t('saveWeek')}
          </Button>
        </div>
      </form>
      {leftOver.length > 0 && (
        <div role="status">
          <h3>{t('leftOver', { count: leftOver.length })}</h3>
          <ul className={styles.list}>
            {leftOver.map((visit) => (
              <li key={visit.id}>
                <Link to={`/visits/${visit.id}`}>
                  {visit.patient.name}, <VisitTime startsAt={visit.startsAt} zone={visit.timeZone} />
                </Link>
              </li>
            ))}
          </ul>
        </div>
      )}
    </Card>
  );
}
