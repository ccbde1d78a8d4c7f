import { useQuery } from '@tanstack/react-query';
import { ChevronLeft, ChevronRight } from 'lucide-react';
import { type KeyboardEvent, useMemo, useRef, useState } from 'react';
import type { Slot } from '../api';
import { allZones, knowsZone } from '../browser';
import { useTranslations } from '../i18n';
import { cityOf, currentTime, dateIn, OWN_ZONE, plusDays, useTimes } from '../time';
import {
  Awaited,
  Button,
  cx,
  ErrorState,
  IconButton,
  Select,
  SkeletonList,
  useMediaQuery,
  VisuallyHidden,
} from '../ui';
import {
  daysOf,
  freeFromQuery,
  HORIZON_DAYS,
  monthsLater,
  neighbour,
  partsOf,
  shownAround,
  type SlotDay,
  slotsQuery,
} from './slots';
import styles from './SlotPicker.module.css';

interface SlotPickerProps {
  doctorId: string;
  /** The zone of the doctor's practice. */
  doctorZone: string;
  /** The start of the chosen time. */
  chosen: string | null;
  onChoose: (slot: Slot) => void;
}

/** The free times of a doctor, a week at a time on phones and a month on wide screens, in a zone that can be changed. It starts at the first that is free. */
export function SlotPicker({ doctorId, doctorZone, ...rest }: SlotPickerProps) {
  const first = useQuery(freeFromQuery(doctorId, doctorZone, dateIn(doctorZone, currentTime())));
  const t = useTranslations('slots');
  if (first.data === undefined) {
    return <Awaited query={first} count={1} />;
  }
  const start = rest.chosen ?? first.data?.startsAt;
  return start === undefined ? (
    <p className={styles.none}>{t('noneAtAll')}</p>
  ) : (
    <Days doctorId={doctorId} doctorZone={doctorZone} {...rest} start={start} />
  );
}

function Days({ doctorId, doctorZone, chosen, onChoose, start }: SlotPickerProps & { start: string }) {
  const t = useTranslations('slots');
  const times = useTimes();
  const [zone, setZone] = useState(OWN_ZONE);
  const span = useMediaQuery('(min-width: 900px)') ? 'month' : 'week';
  const [turnedTo, setTurnedTo] = useState<string>();
  const [dayChosen, setDayChosen] = useState<string>();
  const [focused, setFocused] = useState<string>();
  const [origin] = useState(start);
  const grid = useRef<HTMLDivElement>(null);

  const around = turnedTo ?? dateIn(zone, origin);
  const { first, count } = shownAround(span, around);
  const last = plusDays(first, count - 1);
  const today = dateIn(zone, currentTime());
  const atEnd = last >= plusDays(today, HORIZON_DAYS);
  // A day more at both ends, because the dates of the question are those of the doctor's zone.
  const shownSlots = useQuery(slotsQuery(doctorId, later(plusDays(first, -1), plusDays(today, -1)), plusDays(last, 1)));
  const days = useMemo(() => daysOf(shownSlots.data ?? [], first, zone, count), [shownSlots.data, first, zone, count]);
  const all = days.flatMap(({ slots }) => slots);
  const day = days.find(({ date, slots }) => date === dayChosen && slots.length > 0) ?? dayOf(chosen) ?? firstFree();
  const tabbable =
    [focused, chosen].find((at) => day?.slots.some((slot) => slot.startsAt === at)) ?? day?.slots[0]?.startsAt;

  function dayOf(at: string | null): SlotDay | undefined {
    return dayChosen === undefined && at !== null
      ? days.find(({ slots }) => slots.some((slot) => slot.startsAt === at))
      : undefined;
  }
  /** In a month, rather a day of that month than one of the week with which it begins. */
  function firstFree(): SlotDay | undefined {
    const free = days.filter(({ slots }) => slots.length > 0);
    return free.find(({ date }) => date >= around) ?? free[0];
  }

  const move = (event: KeyboardEvent, slot: Slot) => {
    const next = neighbour(days, slot.startsAt, event.key);
    if (next !== undefined) {
      event.preventDefault();
      setFocused(next.startsAt);
      setDayChosen(dateIn(zone, next.startsAt));
      // The day may have been hidden until now.
      requestAnimationFrame(() => grid.current?.querySelector<HTMLElement>(`[data-at="${next.startsAt}"]`)?.focus());
    }
  };
  const show = (date: string) => {
    setTurnedTo(date);
    setDayChosen(undefined);
    setFocused(undefined);
  };
  const turn = (by: 1 | -1) =>
    show(span === 'month' ? monthsLater(around, by) : later(plusDays(around, 7 * by), today));

  return (
    <div className={styles.picker}>
      <div className={styles.zone}>
        <ZoneSelect zone={zone} onChange={setZone} doctorZone={doctorZone} />
      </div>
      <div className={styles.bar}>
        <IconButton label={t(`${span}Before`)} disabled={first <= today} onClick={() => turn(-1)}>
          <ChevronLeft aria-hidden />
        </IconButton>
        <span className={styles.range} aria-live="polite">
          {span === 'month'
            ? times.month(noon(around), 'UTC')
            : t('range', { from: times.shortDate(noon(first), 'UTC'), to: times.shortDate(noon(last), 'UTC') })}
        </span>
        <IconButton label={t(`${span}After`)} disabled={atEnd} onClick={() => turn(1)}>
          <ChevronRight aria-hidden />
        </IconButton>
      </div>
      {shownSlots.error !== null && <ErrorState error={shownSlots.error} retry={() => void shownSlots.refetch()} />}
      {shownSlots.isPending && <SkeletonList count={1} />}
      {shownSlots.isSuccess && all.length === 0 && (
        <NoneFree
          key={first}
          text={t(span === 'month' ? 'noneInMonth' : 'noneInWeek')}
          from={plusDays(last, 1)}
          doctorId={doctorId}
          doctorZone={doctorZone}
          zone={zone}
          onFound={(at) => show(dateIn(zone, at))}
        />
      )}
      {all.length > 0 && (
        <div className={styles.found} ref={grid} role="group" aria-label={t('label')}>
          <ul className={styles.days}>
            {days.map(({ date, slots }) => (
              <li key={date}>
                <button
                  type="button"
                  className={cx(
                    styles.day,
                    span === 'month' && date.slice(0, 7) !== around.slice(0, 7) && styles.other,
                  )}
                  disabled={slots.length === 0}
                  aria-pressed={date === day?.date}
                  onClick={() => setDayChosen(date)}
                >
                  <span aria-hidden>{times.weekday(noon(date), 'UTC')}</span>
                  <strong aria-hidden>{Number(date.slice(8))}</strong>
                  <span className={styles.count} aria-hidden>
                    {slots.length === 0 ? '' : t('free', { count: slots.length })}
                  </span>
                  <VisuallyHidden>
                    {t('day', { date: times.date(noon(date), 'UTC'), count: slots.length })}
                  </VisuallyHidden>
                </button>
              </li>
            ))}
          </ul>
          <div className={styles.times}>
            {partsOf(day?.slots ?? [], zone).map(({ part, slots }) => (
              <section key={part} aria-label={t(part)}>
                <h3>{t(part)}</h3>
                <div className={styles.slots}>
                  {slots.map((slot) => (
                    <button
                      key={slot.startsAt}
                      type="button"
                      className={styles.slot}
                      data-at={slot.startsAt}
                      tabIndex={slot.startsAt === tabbable ? 0 : -1}
                      aria-pressed={slot.startsAt === chosen}
                      aria-label={times.dateTime(slot.startsAt, zone)}
                      onKeyDown={(event) => move(event, slot)}
                      onFocus={() => setFocused(slot.startsAt)}
                      onClick={() => onChoose(slot)}
                    >
                      {times.time(slot.startsAt, zone)}
                    </button>
                  ))}
                </div>
              </section>
            ))}
          </div>
        </div>
      )}
    </div>
  );
}

const noon = (date: string) => `${date}T12:00:00Z`;

function later(one: string, other: string): string {
  return one > other ? one : other;
}

/** Says that nothing is free in what is shown, and leads to the next day that has a time, however far it is. */
function NoneFree({
  text,
  from,
  doctorId,
  doctorZone,
  zone,
  onFound,
}: {
  text: string;
  from: string;
  doctorId: string;
  doctorZone: string;
  /** The zone in which days are shown. */
  zone: string;
  onFound: (at: string) => void;
}) {
  const t = useTranslations('slots');
  const times = useTimes();
  const next = useQuery(freeFromQuery(doctorId, doctorZone, from));
  const at = next.data?.startsAt;
  return (
    <div className={styles.none} role="status">
      <p>{text}</p>
      {next.data === null && <p>{t('noneLater')}</p>}
      {at !== undefined && (
        <Button onClick={() => onFound(at)}>{t('toNextFree', { date: times.date(at, zone) })}</Button>
      )}
    </div>
  );
}

function ZoneSelect({
  zone,
  onChange,
  doctorZone,
}: {
  zone: string;
  onChange: (zone: string) => void;
  doctorZone: string;
}) {
  const t = useTranslations('slots');
  const options = useMemo(() => {
    const others = allZones().filter((id) => id !== OWN_ZONE && id !== doctorZone);
    return [
      { value: OWN_ZONE, label: t('ownZone', { zone: cityOf(OWN_ZONE) }) },
      ...(doctorZone === OWN_ZONE || !knowsZone(doctorZone)
        ? []
        : [{ value: doctorZone, label: t('doctorZone', { zone: cityOf(doctorZone) }) }]),
      ...others.map((id) => ({ value: id, label: id.replaceAll('_', ' ') })),
    ];
  }, [t, doctorZone]);
  return <Select label={t('zone')} value={zone} onChange={onChange} options={options} />;
}
