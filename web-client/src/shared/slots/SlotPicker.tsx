import { useQuery } from '@tanstack/react-query';
import { ChevronLeft, ChevronRight } from 'lucide-react';
import { type KeyboardEvent, type ReactNode, useMemo, useRef, useState } from 'react';
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
import { firstSlotsQuery, HORIZON_DAYS, neighbour, slotsQuery, weekOf } from './slots';
import styles from './SlotPicker.module.css';

interface SlotPickerProps {
  doctorId: string;
  /** The zone of the doctor's practice. */
  doctorZone: string;
  /** The start of the chosen time. */
  chosen: string | null;
  onChoose: (slot: Slot) => void;
}

/** The free times of a doctor, a week at a time, in a zone that can be changed. It starts at the first that is free. */
export function SlotPicker({ doctorId, doctorZone, ...rest }: SlotPickerProps) {
  const first = useQuery(firstSlotsQuery(doctorId, doctorZone));
  const t = useTranslations('slots');
  if (first.data === undefined) {
    return <Awaited query={first} count={1} />;
  }
  const start = rest.chosen ?? first.data[0]?.startsAt;
  return start === undefined ? (
    <p className={styles.none}>{t('noneAtAll')}</p>
  ) : (
    <Weeks doctorId={doctorId} doctorZone={doctorZone} {...rest} start={start} />
  );
}

function Weeks({ doctorId, doctorZone, chosen, onChoose, start }: SlotPickerProps & { start: string }) {
  const t = useTranslations('slots');
  const times = useTimes();
  const [zone, setZone] = useState(OWN_ZONE);
  const [weeksLater, setWeeksLater] = useState(0);
  const [dayChosen, setDayChosen] = useState<string>();
  const [focused, setFocused] = useState<string>();
  const [origin] = useState(start);
  const all7 = useMediaQuery('(min-width: 700px)');
  const grid = useRef<HTMLDivElement>(null);

  const first = plusDays(dateIn(zone, origin), weeksLater * 7);
  const today = dateIn(zone, currentTime());
  const atEnd = plusDays(first, 7) > plusDays(today, HORIZON_DAYS);
  // A day more at both ends, because the dates of the question are those of the doctor's zone.
  const week = useQuery(slotsQuery(doctorId, plusDays(first, -1), plusDays(first, 7)));
  const days = useMemo(() => weekOf(week.data ?? [], first, zone), [week.data, first, zone]);
  const shown =
    days.find(({ date, slots }) => date === dayChosen && slots.length > 0) ??
    days.find(({ slots }) => slots.length > 0);
  const all = days.flatMap(({ slots }) => slots);
  const tabbable =
    [focused, chosen].find((at) => all.some((slot) => slot.startsAt === at)) ?? shown?.slots[0]?.startsAt;

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
  const turn = (weeks: number) => {
    setWeeksLater(weeksLater + weeks);
    setDayChosen(undefined);
    setFocused(undefined);
  };
  const noon = (date: string) => `${date}T12:00:00Z`;

  return (
    <div className={styles.picker}>
      <div className={styles.bar}>
        <IconButton label={t('weekBefore')} disabled={first <= today} onClick={() => turn(-1)}>
          <ChevronLeft aria-hidden />
        </IconButton>
        <span className={styles.range} aria-live="polite">
          {t('range', {
            from: times.shortDate(noon(first), 'UTC'),
            to: times.shortDate(noon(plusDays(first, 6)), 'UTC'),
          })}
        </span>
        <IconButton label={t('weekAfter')} disabled={atEnd} onClick={() => turn(1)}>
          <ChevronRight aria-hidden />
        </IconButton>
      </div>
      {week.error !== null && <ErrorState error={week.error} retry={() => void week.refetch()} />}
      {week.isPending && <SkeletonList count={1} />}
      {week.isSuccess && all.length === 0 && (
        <div className={styles.none}>
          <p>{t('noneInWeek')}</p>
          {!atEnd && <Button onClick={() => turn(1)}>{t('weekAfter')}</Button>}
        </div>
      )}
      {all.length > 0 && (
        <div className={styles.days} ref={grid} role="group" aria-label={t('label')}>
          {days.map(({ date, slots }) => (
            <div key={date} className={cx(styles.day, date === shown?.date && styles.shown)}>
              <DayHead
                // Where all days are shown there is nothing to choose.
                {...(all7 ? {} : { pressed: date === shown?.date, choose: () => setDayChosen(date) })}
                empty={slots.length === 0}
              >
                <span>{times.weekday(noon(date), 'UTC')}</span>
                <strong>{Number(date.slice(8))}</strong>
                <VisuallyHidden>
                  {t('day', { date: times.date(noon(date), 'UTC'), count: slots.length })}
                </VisuallyHidden>
              </DayHead>
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
            </div>
          ))}
        </div>
      )}
      <div className={styles.zone}>
        <ZoneSelect zone={zone} onChange={setZone} doctorZone={doctorZone} />
      </div>
    </div>
  );
}

/** The name of a day: a button on phones, which show one day at a time, and a heading of its column elsewhere. */
function DayHead({
  pressed,
  choose,
  empty,
  children,
}: {
  pressed?: boolean;
  choose?: () => void;
  empty: boolean;
  children: ReactNode;
}) {
  return choose === undefined ? (
    <div className={cx(styles.head, empty && styles.emptyDay)}>{children}</div>
  ) : (
    <button type="button" className={styles.head} disabled={empty} aria-pressed={pressed} onClick={choose}>
      {children}
    </button>
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
  const times = useTimes();
  const options = useMemo(() => {
    const named = (id: string) => `${cityOf(id)} (${times.zoneName(id)})`;
    const others = allZones().filter((id) => id !== OWN_ZONE && id !== doctorZone);
    return [
      { value: OWN_ZONE, label: t('ownZone', { zone: named(OWN_ZONE) }) },
      ...(doctorZone === OWN_ZONE || !knowsZone(doctorZone)
        ? []
        : [{ value: doctorZone, label: t('doctorZone', { zone: named(doctorZone) }) }]),
      ...others.map((id) => ({ value: id, label: id.replaceAll('_', ' ') })),
    ];
  }, [t, times, doctorZone]);
  return <Select label={t('zone')} value={zone} onChange={onChange} options={options} />;
}
