import { same } from '@/shared/forms';
import type { DoctorUser } from '@/shared/profile';
import { plusDays } from '@/shared/time';

type DateOverride = DoctorUser['overrides'][number];

/** Consecutive dates with the same override, both ends included. */
export interface DateRange {
  from: string;
  to: string;
  override: Omit<DateOverride, 'date'>;
}

export const MAX_DATES = 366;

/** The dates of a range, at most as many as the server takes. */
export function datesOf(from: string, to: string): string[] {
  const dates = [];
  for (let date = from; date <= to && dates.length < MAX_DATES; date = plusDays(date, 1)) {
    dates.push(date);
  }
  return dates;
}

/** The last date that a range from this one may have. */
export function lastDateFrom(from: string): string {
  return plusDays(from, MAX_DATES - 1);
}

/** Joins overrides, ordered by date, that are the same on consecutive dates. */
export function rangesOf(overrides: readonly DateOverride[]): DateRange[] {
  const ranges: DateRange[] = [];
  for (const { date, ...override } of overrides) {
    const last = ranges.at(-1);
    if (last !== undefined && plusDays(last.to, 1) === date && same(last.override, override)) {
      last.to = date;
    } else {
      ranges.push({ from: date, to: date, override });
    }
  }
  return ranges;
}

/** A time of the practice that an address proposes for a visit (`2027-05-06T09:00`); undefined if it is none. */
export function proposedTime(text: string | null): { date: string; startTime: string } | undefined {
  const [, date, startTime] = /^(\d{4}-\d{2}-\d{2})T(\d{2}:\d{2})$/.exec(text ?? '') ?? [];
  return date === undefined || startTime === undefined || Number.isNaN(Date.parse(`${date}T${startTime}Z`))
    ? undefined
    : { date, startTime };
}
