import type { Day } from '@/shared/api';

export type Span = Day['windows'][number];

/** What is wrong with a window: a time is missing, it has no length, or it overlaps an earlier one of its day. */
export interface SpanProblem {
  index: number;
  kind: 'missing' | 'empty' | 'overlap';
}

export const MAX_SPANS = 12;
const DAY_MINUTES = 24 * 60;

function minutes(time: string): number {
  return Number(time.slice(0, 2)) * 60 + Number(time.slice(3, 5));
}

/** From midnight of its day; the end is past 1,440 when the window crosses midnight. */
function range({ startTime, endTime }: Span): [number, number] {
  const start = minutes(startTime);
  const end = minutes(endTime);
  return [start, end > start ? end : end + DAY_MINUTES];
}

/** Whether the window ends on the next day; to the minute of midnight it does not. */
export function endsNextDay(span: Span): boolean {
  return span.startTime !== '' && span.endTime !== '' && range(span)[1] > DAY_MINUTES;
}

/** What stands in the way of these windows of one day; the rules are the server's. */
export function problemsOf(spans: readonly Span[]): SpanProblem[] {
  const problems: SpanProblem[] = [];
  spans.forEach((span, index) => {
    if (span.startTime === '' || span.endTime === '') {
      problems.push({ index, kind: 'missing' });
    } else if (span.startTime === span.endTime && span.startTime !== '00:00') {
      problems.push({ index, kind: 'empty' });
    } else {
      const [start, end] = range(span);
      const overlaps = spans.slice(0, index).some((other) => {
        if (other.startTime === '' || other.endTime === '') {
          return false;
        }
        const [otherStart, otherEnd] = range(other);
        return start < otherEnd && otherStart < end;
      });
      if (overlaps) {
        problems.push({ index, kind: 'overlap' });
      }
    }
  });
  return problems;
}

/** One more window: after the last one, or the morning. */
export function withNext(spans: readonly Span[]): Span[] {
  const last = spans.at(-1);
  const next = last === undefined ? { startTime: '09:00', endTime: '12:00' } : { startTime: last.endTime, endTime: '' };
  return [...spans, next];
}
