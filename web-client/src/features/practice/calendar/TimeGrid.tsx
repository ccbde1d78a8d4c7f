import { Plus } from 'lucide-react';
import {
  type CSSProperties,
  type KeyboardEvent,
  useEffectEvent,
  useLayoutEffect,
  useMemo,
  useRef,
  useState,
} from 'react';
import type { Appointment } from '@/shared/api';
import { useTranslations } from '@/shared/i18n';
import { useNotices } from '@/shared/notices';
import { currentTime, dateIn, useInZone, useNow, useTimes } from '@/shared/time';
import { Button, cx, IconButton, VisuallyHidden } from '@/shared/ui';
import { useDoctor } from '../useDoctor';
import styles from './Calendar.module.css';
import { DayColumn } from './DayColumn';
import { blocksOf, clockOf, firstShown, hoursOf, minutesIn, type Span } from './days';
import { EmptyTime } from './EmptyTime';
import { MoveQuestion } from './MoveQuestion';
import { offOn, openOn } from './opening';
import { useMoving } from './useMoving';

const NOTHING: readonly number[] = [];

/** Days side by side on one time axis. Appointments can be moved, and empty times booked or blocked. */
export function TimeGrid({ dates, appointments }: { dates: readonly string[]; appointments: readonly Appointment[] }) {
  const t = useTranslations('practice');
  const times = useTimes();
  const inZone = useInZone();
  const doctor = useDoctor();
  const { notify } = useNotices();
  const { timeZone: zone } = doctor;
  const [empty, setEmpty] = useState<{ date: string; from: number } | null>(null);
  const today = dateIn(zone, useNow());
  const grid = useRef<HTMLDivElement>(null);
  const move = useMoving(
    grid,
    doctor,
    dates,
    appointments,
    ({ taken }) =>
      notify({
        kind: 'attention',
        text: taken === null ? t('calNotMovedClosed') : t('calNotMovedTaken', { name: taken }),
      }),
    ({ date, from }) => {
      if (date >= today) {
        setEmpty({ date, from: Math.floor(from / 15) * 15 });
      }
    },
  );

  const days = useMemo(
    () =>
      dates.map((date) => ({
        date,
        name: times.date(`${date}T12:00:00Z`, 'UTC'),
        open: openOn(doctor, date),
        off: offOn(doctor, date),
        blocks: blocksOf(appointments, date, zone),
      })),
    [dates, appointments, doctor, zone, times],
  );
  const hours = useMemo(() => {
    const { from, to } = hoursOf(days.flatMap(({ open, off, blocks }): Span[] => [...open, ...off, ...blocks]));
    return { from, to };
  }, [days]);
  const free = useMemo(
    () => new Map(move.days.map(({ date, slots }) => [date, slots.map((slot) => minutesIn(zone, slot.startsAt))])),
    [move.days, zone],
  );

  const showFirst = useEffectEvent(() => {
    const column = grid.current?.querySelector<HTMLElement>('[data-date]');
    const first = days.find(({ date }) => date === today) ?? days[0];
    if (grid.current && column && first !== undefined) {
      const from = firstShown(first.open, first.date === today ? minutesIn(zone, currentTime()) : null);
      grid.current.scrollTop = (column.offsetHeight * (from - hours.from)) / (hours.to - hours.from);
    }
  });
  useLayoutEffect(() => showFirst(), []);

  const press = (event: KeyboardEvent<HTMLElement>) => {
    const withOthers = event.altKey || event.ctrlKey || event.metaKey;
    if (!withOthers && (move.press(event) || goOn(event))) {
      event.preventDefault();
    }
  };
  /** The earliest time of a date that can still be used. */
  const firstOf = (date: string, open: readonly Span[]) => {
    const now = date === today ? Math.ceil(minutesIn(zone, currentTime()) / 15) * 15 : 0;
    const span = open.find(({ to }) => to > now);
    return Math.min(Math.max(span?.from ?? 9 * 60, now), 23 * 60 + 45);
  };

  const { target } = move;
  const said =
    move.moving === null || !move.byKeys
      ? ''
      : target?.slot
        ? t('calTarget', { name: move.moving.patient.name, when: inZone(target.slot.startsAt, zone) })
        : t(move.waiting ? 'calLooking' : 'calNoTarget');
  return (
    <>
      {/* The appointments and buttons within can be reached with Tab, and so can the grid, to scroll it; what is pressed is
          found by where it lies. */}
      {/* eslint-disable-next-line jsx-a11y/no-noninteractive-element-interactions */}
      <div
        ref={grid}
        // eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex
        tabIndex={0}
        className={styles.grid}
        role="group"
        aria-label={t('calTitle')}
        {...move.handlers}
        onKeyDown={press}
        style={{ '--days': dates.length, '--hours': (hours.to - hours.from) / 60 } as CSSProperties}
      >
        <div className={styles.corner} data-head />
        {days.map(({ date, name, open }) => (
          <div key={date} className={cx(styles.head, date === today && styles.today)}>
            <span aria-hidden>{times.weekday(`${date}T12:00:00Z`, 'UTC')}</span>
            <strong aria-hidden>{Number(date.slice(8))}</strong>
            {date >= today && (
              <IconButton
                className={styles.add ?? ''}
                label={t('calAdd', { date: name })}
                onClick={() => setEmpty({ date, from: firstOf(date, open) })}
              >
                <Plus size={16} aria-hidden />
              </IconButton>
            )}
          </div>
        ))}
        <div className={styles.axis} aria-hidden>
          {Array.from({ length: (hours.to - hours.from) / 60 }, (_, index) => (
            <span key={index}>{clockOf(hours.from + index * 60)}</span>
          ))}
        </div>
        {days.map(({ date, ...day }) => (
          <DayColumn
            key={date}
            date={date}
            {...day}
            zone={zone}
            hours={hours}
            isToday={date === today}
            target={target?.date === date ? target : null}
            slotMinutes={doctor.slotMinutes}
            free={move.moving === null ? NOTHING : (free.get(date) ?? NOTHING)}
          />
        ))}
      </div>
      <p className={styles.hint}>{t('calKeys')}</p>
      {move.byKeys ? (
        <p className={styles.moving}>
          {said}
          <Button look="quiet" onClick={move.stop}>
            {t('calMoveNot')}
          </Button>
        </p>
      ) : null}
      <VisuallyHidden>
        <span role="status">{said}</span>
      </VisuallyHidden>
      {move.asked !== null && <MoveQuestion {...move.asked} onAnswer={move.answered} />}
      {empty !== null && <EmptyTime {...empty} onClose={() => setEmpty(null)} />}
    </>
  );
}

/** Takes the focus from one appointment to another with the arrow keys: through a day, and to the days beside it. */
function goOn({ key, target, currentTarget }: KeyboardEvent<HTMLElement>): boolean {
  const column = target instanceof HTMLElement ? target.closest('[data-date]') : null;
  if (!(target instanceof HTMLElement) || column === null) {
    return false;
  }
  const blocksIn = (day: Element) => [...day.querySelectorAll('a')];
  const own = blocksIn(column);
  const index = own.findIndex((each) => each === target);
  const columns = [...currentTarget.querySelectorAll('[data-date]')];
  const day = columns.indexOf(column);
  const top = (element: Element) => element.getBoundingClientRect().top;
  const apart = (element: Element) => Math.abs(top(element) - top(target));
  const beside = (others: Element[]) =>
    (others.map(blocksIn).find((all) => all.length > 0) ?? []).sort((a, b) => apart(a) - apart(b))[0];
  const nextAt = (): HTMLElement | undefined => {
    switch (key) {
      case 'ArrowUp':
        return own[index - 1];
      case 'ArrowDown':
        return own[index + 1];
      case 'ArrowLeft':
        return beside(columns.slice(0, day).reverse());
      case 'ArrowRight':
        return beside(columns.slice(day + 1));
      default:
        return undefined;
    }
  };
  const next = nextAt();
  next?.focus();
  // Beside an appointment these keys do not turn the page, which would take the focus away.
  return next !== undefined || key === 'ArrowLeft' || key === 'ArrowRight';
}
