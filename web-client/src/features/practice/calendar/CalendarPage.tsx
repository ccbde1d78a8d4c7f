import { ChevronLeft, ChevronRight } from 'lucide-react';
import { useEffect, useEffectEvent, useMemo, useRef } from 'react';
import { useAllPages } from '@/shared/api';
import { useAppointments } from '@/shared/appointments';
import { useTranslations } from '@/shared/i18n';
import { useSearchParams } from '@/shared/router';
import { cityOf, dateIn, OWN_ZONE, plusDays, useNow, useTimes } from '@/shared/time';
import { Awaited, Button, ButtonLink, IconButton, PageHeader, useWide } from '@/shared/ui';
import { LeftOver } from '../LeftOver';
import { useDoctor } from '../useDoctor';
import { useLeftOver } from '../useLeftOver';
import { AppointmentList } from './AppointmentList';
import styles from './Calendar.module.css';
import { datesOf, turned, type View } from './days';
import { TimeGrid } from './TimeGrid';

/** What takes a time, or took it. */
const SHOWN = ['pending', 'scheduled', 'completed', 'no_show'] as const;
const KEYS: { [key: string]: View } = { d: 'day', w: 'week', l: 'list' };

/** A doctor's appointments by day and week, in the zone of the practice; what is shown stands in the address. */
export default function CalendarPage() {
  const t = useTranslations('practice');
  const times = useTimes();
  const doctor = useDoctor();
  const { timeZone: zone } = doctor;
  const leftOver = useLeftOver('calendar');
  const wide = useWide();
  const page = useRef<HTMLDivElement>(null);
  const [parameters, setParameters] = useSearchParams();
  const today = dateIn(zone, useNow());
  const given = parameters.get('date') ?? '';
  const date = isDate(given) ? given : today;
  const view = viewOf(parameters.get('view'), wide);
  const dates = useMemo(() => datesOf(view, date), [view, date]);
  const [first, last] = [dates[0] ?? date, dates.at(-1) ?? date];
  const all = useAllPages(
    useAppointments({
      status: SHOWN,
      // One that began the evening before may still go on.
      from: plusDays(first, -1),
      to: last,
      order: 'asc',
      limit: 100,
    }),
  );
  const go = (to: { view?: View; date?: string }) =>
    setParameters({ view: to.view ?? view, date: to.date ?? date }, { replace: true });

  const press = useEffectEvent((event: KeyboardEvent) => {
    const at = event.target instanceof Element ? event.target : null;
    // Keys pressed in a dialog or elsewhere in the app are not for the calendar.
    const elsewhere = at !== document.body && page.current?.contains(at) !== true;
    const typing = at?.closest('input, select, textarea') !== null;
    if (event.defaultPrevented || event.altKey || event.ctrlKey || event.metaKey || elsewhere || typing) {
      return;
    }
    const key = event.key.toLowerCase();
    const next = KEYS[key];
    if (next !== undefined && (next !== 'week' || wide)) {
      go({ view: next });
    } else if (key === 't') {
      go({ date: today });
    } else if (key === 'arrowleft' || key === 'arrowright') {
      go({ date: turned(view, date, key === 'arrowleft' ? -1 : 1) });
    }
  });
  useEffect(() => {
    const listen = (event: KeyboardEvent) => press(event);
    document.addEventListener('keydown', listen);
    return () => document.removeEventListener('keydown', listen);
  }, []);
  const noon = (day: string) => `${day}T12:00:00Z`;
  const name =
    view === 'day'
      ? times.date(noon(date), 'UTC')
      : t('dates', { first: times.shortDate(noon(first), 'UTC'), last: times.shortDate(noon(last), 'UTC') });
  return (
    <div className={styles.page} ref={page}>
      <PageHeader
        title={t('calTitle')}
        {...(zone !== OWN_ZONE && { lead: t('zone', { city: cityOf(zone) }) })}
        actions={<ButtonLink to="/schedule">{t('toSchedule')}</ButtonLink>}
      />
      <div className={styles.bar}>
        <Button aria-keyshortcuts="T" onClick={() => go({ date: today })}>
          {t('calToday')}
        </Button>
        <IconButton
          label={t(view === 'day' ? 'calDayBefore' : 'calWeekBefore')}
          onClick={() => go({ date: turned(view, date, -1) })}
        >
          <ChevronLeft aria-hidden />
        </IconButton>
        <IconButton
          label={t(view === 'day' ? 'calDayAfter' : 'calWeekAfter')}
          onClick={() => go({ date: turned(view, date, 1) })}
        >
          <ChevronRight aria-hidden />
        </IconButton>
        <h2 className={styles.range} aria-live="polite">
          {name}
        </h2>
        <div className={styles.views} role="group" aria-label={t('calView')}>
          {(['day', 'week', 'list'] as const)
            .filter((each) => each !== 'week' || wide)
            .map((each) => (
              <button
                key={each}
                type="button"
                className={styles.view}
                aria-pressed={each === view}
                aria-keyshortcuts={each.charAt(0).toUpperCase()}
                onClick={() => go({ view: each })}
              >
                {t(`calView_${each}`)}
              </button>
            ))}
        </div>
      </div>
      <LeftOver appointments={leftOver.appointments} onDismiss={leftOver.dismiss} />
      {all.items === undefined || !all.complete ? (
        <Awaited query={all} />
      ) : view === 'list' ? (
        <AppointmentList dates={dates} appointments={all.items} zone={zone} />
      ) : (
        <TimeGrid dates={dates} appointments={all.items} />
      )}
    </div>
  );
}

function isDate(text: string): boolean {
  return /^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(Date.parse(text));
}

/** A phone has no room for a week. */
function viewOf(asked: string | null, wide: boolean): View {
  if (asked === 'day' || asked === 'list') {
    return asked;
  }
  return wide ? 'week' : 'day';
}
