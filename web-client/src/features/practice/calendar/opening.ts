import type { DoctorUser } from '@/shared/profile';
import { plusDays } from '@/shared/time';
import { DAYS, range, type TimeWindow } from '../week';
import { clockOf, DAY_MINUTES, type Span } from './days';

type Hours = Pick<DoctorUser, 'schedule' | 'overrides'>;

/** What is open on a date by the usual week. */
function usual({ schedule }: Hours, date: string): readonly TimeWindow[] {
  const name = DAYS[(new Date(`${date}T00:00:00Z`).getUTCDay() + 6) % 7];
  return schedule.find(({ day }) => day === name)?.windows ?? [];
}

/** The windows that open on a date, with what was said about that date. */
export function windowsOn(hours: Hours, date: string): readonly TimeWindow[] {
  const override = hours.overrides.find((each) => each.date === date);
  if (override === undefined) {
    return usual(hours, date);
  }
  return override.timeOff ? override.windows : [...usual(hours, date), ...override.windows];
}

/** The windows of a date and what those of the day before leave of it, joined, within the day. */
function within(windowsOf: (date: string) => readonly TimeWindow[], date: string): Span[] {
  const today = windowsOf(date).map(spanOf);
  const tails = windowsOf(plusDays(date, -1)).map((each) => shifted(spanOf(each), -DAY_MINUTES));
  const spans = [...tails, ...today]
    .map(({ from, to }) => ({ from: Math.max(0, from), to: Math.min(DAY_MINUTES, to) }))
    .filter(({ from, to }) => from < to)
    .sort((a, b) => a.from - b.from);
  const joined: Span[] = [];
  for (const span of spans) {
    const last = joined.at(-1);
    if (last !== undefined && span.from <= last.to) {
      last.to = Math.max(last.to, span.to);
    } else {
      joined.push({ ...span });
    }
  }
  return joined;
}

/** When the doctor can be booked on a date. */
export function openOn(hours: Hours, date: string): Span[] {
  return within((each) => windowsOn(hours, each), date);
}

/** When the doctor is away on a date although the usual week says otherwise. */
export function offOn(hours: Hours, date: string): Span[] {
  return openOn(hours, date).reduce(
    (left, open) => left.flatMap((span) => without(span, open)),
    within((each) => usual(hours, each), date),
  );
}

/** What stays open on each date that must change so that nobody can book the span; empty when nobody can already. */
export function blocking(hours: Hours, date: string, span: Span): { date: string; windows: TimeWindow[] }[] {
  const changes = [];
  for (const [each, shift] of [
    [plusDays(date, -1), DAY_MINUTES],
    [date, 0],
  ] as const) {
    const open = windowsOn(hours, each).map(spanOf);
    const blocked = shifted(span, shift);
    if (open.some(({ from, to }) => from < blocked.to && blocked.from < to)) {
      const windows = open.flatMap((one) => without(one, blocked)).map(windowOf);
      changes.push({ date: each, windows });
    }
  }
  return changes;
}

function spanOf(timeWindow: TimeWindow): Span {
  const [from, to] = range(timeWindow);
  return { from, to };
}

function windowOf({ from, to }: Span): TimeWindow {
  return { startTime: clockOf(from), endTime: clockOf(to) };
}

function shifted({ from, to }: Span, by: number): Span {
  return { from: from + by, to: to + by };
}

/** What of a span lies outside another. */
function without(span: Span, cut: Span): Span[] {
  return [
    { from: span.from, to: Math.min(span.to, cut.from) },
    { from: Math.max(span.from, cut.to), to: span.to },
  ].filter(({ from, to }) => from < to);
}
