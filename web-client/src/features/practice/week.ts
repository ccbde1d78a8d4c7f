import type { Day } from '@/shared/api';

export type TimeWindow = Day['windows'][number];
export type DayName = Day['day'];
export type Week = Record<DayName, TimeWindow[]>;

/** What is wrong with a window: a time is missing, it has no length, or it overlaps an earlier one of its day. */
export interface WindowProblem {
  index: number;
  kind: 'missing' | 'empty' | 'overlap';
}

export const DAYS: readonly DayName[] = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'];
export const MAX_WINDOWS = 12;
/** Windows that many practices have, to begin with. */
export const PRESETS: readonly (readonly TimeWindow[])[] = [
  [{ startTime: '09:00', endTime: '17:00' }],
  [
    { startTime: '09:00', endTime: '12:30' },
    { startTime: '14:00', endTime: '17:00' },
  ],
  [{ startTime: '08:00', endTime: '13:00' }],
  [{ startTime: '14:00', endTime: '19:00' }],
];
const DAY_MINUTES = 24 * 60;

export function weekOf(schedule: readonly Day[]): Week {
  const windowsOf = (name: DayName) => schedule.find(({ day }) => day === name)?.windows ?? [];
  return Object.fromEntries(DAYS.map((name) => [name, windowsOf(name)])) as Week;
}

export function scheduleOf(week: Week): Day[] {
  return DAYS.map((day) => ({ day, windows: week[day] }));
}

function minutes(time: string): number {
  return Number(time.slice(0, 2)) * 60 + Number(time.slice(3, 5));
}

function isWhole({ startTime, endTime }: TimeWindow): boolean {
  return startTime !== '' && endTime !== '';
}

/** From midnight of its day; the end is past 1,440 when the window crosses midnight. */
export function range({ startTime, endTime }: TimeWindow): [number, number] {
  const start = minutes(startTime);
  const end = minutes(endTime);
  return [start, end > start ? end : end + DAY_MINUTES];
}

/** Whether the window ends on the next day; to the minute of midnight it does not. */
export function endsNextDay(timeWindow: TimeWindow): boolean {
  return isWhole(timeWindow) && range(timeWindow)[1] > DAY_MINUTES;
}

/** What stands in the way of these windows of one day; the rules are the server's. */
export function problemsOf(windows: readonly TimeWindow[]): WindowProblem[] {
  const problems: WindowProblem[] = [];
  windows.forEach((timeWindow, index) => {
    if (!isWhole(timeWindow)) {
      problems.push({ index, kind: 'missing' });
    } else if (timeWindow.startTime === timeWindow.endTime && timeWindow.startTime !== '00:00') {
      problems.push({ index, kind: 'empty' });
    } else {
      const [start, end] = range(timeWindow);
      const overlaps = windows.slice(0, index).some((other) => {
        const [otherStart, otherEnd] = range(other);
        return isWhole(other) && start < otherEnd && otherStart < end;
      });
      if (overlaps) {
        problems.push({ index, kind: 'overlap' });
      }
    }
  });
  return problems;
}

/**
 * The window of a day that crosses midnight and runs into a window of the next day; undefined without one. It can be
 * saved, because the time is open either way, but is seldom meant.
 */
export function runsInto(
  windows: readonly TimeWindow[],
  next: readonly TimeWindow[],
): { late: TimeWindow; early: TimeWindow } | undefined {
  for (const late of windows.filter(endsNextDay)) {
    const tail = range(late)[1] - DAY_MINUTES;
    const early = next.find((timeWindow) => isWhole(timeWindow) && range(timeWindow)[0] < tail);
    if (early !== undefined) {
      return { late, early };
    }
  }
  return undefined;
}

/** One more window: after the last one, or the morning. */
export function withNext(windows: readonly TimeWindow[]): TimeWindow[] {
  const last = windows.at(-1);
  const next = last === undefined ? { startTime: '09:00', endTime: '12:00' } : { startTime: last.endTime, endTime: '' };
  return [...windows, next];
}

/** "09:00–12:00, 13:00–17:00" */
export function windowsText(windows: readonly TimeWindow[]): string {
  return windows.map(({ startTime, endTime }) => `${startTime}–${endTime}`).join(', ');
}
