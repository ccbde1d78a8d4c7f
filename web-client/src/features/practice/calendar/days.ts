import type { Appointment } from '@/shared/api';
import { dateFormat } from '@/shared/browser';
import { dateIn, plusDays } from '@/shared/time';

/** What the calendar shows at once. */
export type View = 'day' | 'week' | 'list';

export const DAY_MINUTES = 1440;

/** A part of a day, in minutes from its midnight as its clocks show them; the end is not part of it. */
export interface Span {
  from: number;
  to: number;
}

/** An appointment as it lies in the column of a day, beside others at the same time. */
export interface Block extends Span {
  appointment: Appointment;
  /** Whether it began on the day before. */
  continued: boolean;
  lane: number;
  lanes: number;
}

/** The dates of a view around one of them: that date, or its week from Monday on. */
export function datesOf(view: View, date: string): string[] {
  if (view === 'day') {
    return [date];
  }
  const monday = plusDays(date, -((new Date(`${date}T00:00:00Z`).getUTCDay() + 6) % 7));
  return Array.from({ length: 7 }, (_, index) => plusDays(monday, index));
}

/** The date that a view shows some pages later. */
export function turned(view: View, date: string, pages: number): string {
  return plusDays(date, view === 'day' ? pages : 7 * pages);
}

/** Minutes from midnight, as the clocks of the zone show an instant. */
export function minutesIn(zone: string, at: string | Date): number {
  const clock = dateFormat('en-GB', zone, { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' }).format(
    new Date(at),
  );
  return Number(clock.slice(0, 2)) * 60 + Number(clock.slice(3, 5));
}

/** "09:30"; midnight at the end of a day is that of the next one. */
export function clockOf(minutes: number): string {
  const ofDay = minutes % DAY_MINUTES;
  return `${String(Math.floor(ofDay / 60)).padStart(2, '0')}:${String(ofDay % 60).padStart(2, '0')}`;
}

const MORNING = 8 * 60;

/**
 * The minute from which a day is shown first. Where the practice opens at midnight, or not at all, it is the present hour
 * of today, and the morning of another day.
 */
export function firstShown(open: readonly Span[], now: number | null): number {
  const opening = open.find(({ from }) => from > 0)?.from;
  return Math.floor((opening ?? now ?? MORNING) / 60) * 60;
}

/** The appointments of a date in a zone, earliest first; one that crosses midnight is part of both days. */
export function blocksOf(appointments: readonly Appointment[], date: string, zone: string): Block[] {
  const blocks: Block[] = [];
  for (const appointment of appointments) {
    const minutes = (Date.parse(appointment.endsAt) - Date.parse(appointment.startsAt)) / 60_000;
    const start = minutesIn(zone, appointment.startsAt);
    const starts = dateIn(zone, appointment.startsAt);
    const shift = starts === date ? 0 : plusDays(starts, 1) === date ? DAY_MINUTES : undefined;
    if (shift !== undefined && start + minutes > shift) {
      const from = Math.max(0, start - shift);
      const to = Math.min(DAY_MINUTES, start + minutes - shift);
      blocks.push({ appointment, from, to, continued: shift > 0, lane: 0, lanes: 1 });
    }
  }
  blocks.sort((a, b) => a.from - b.from || a.to - b.to);
  share(blocks);
  return blocks;
}

/** Gives blocks at the same time a lane each; each group of blocks that touch in time has as many lanes as it needs. */
function share(blocks: Block[]): void {
  let group: Block[] = [];
  let ends: number[] = [];
  const close = () => {
    for (const block of group) {
      block.lanes = ends.length;
    }
    group = [];
    ends = [];
  };
  for (const block of blocks) {
    if (ends.every((end) => end <= block.from)) {
      close();
    }
    const free = ends.findIndex((end) => end <= block.from);
    block.lane = free === -1 ? ends.length : free;
    ends[block.lane] = block.to;
    group.push(block);
  }
  close();
}

/** The whole hours that a calendar must show: those of the usual working day, and all with something in them. */
export function hoursOf(spans: readonly Span[]): Span {
  const from = Math.min(8 * 60, ...spans.map((span) => span.from));
  const to = Math.max(18 * 60, ...spans.map((span) => span.to));
  return { from: Math.floor(from / 60) * 60, to: Math.ceil(to / 60) * 60 };
}
