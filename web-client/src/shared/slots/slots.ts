import { queryOptions } from '@tanstack/react-query';
import * as v from 'valibot';
import { api, type Slot, slotSchema } from '../api';
import { dateFormat } from '../browser';
import { currentTime, dateIn, plusDays } from '../time';

const slotsSchema = v.object({
  timeZone: v.string(),
  slots: v.array(slotSchema),
  // A node of a release before this one does not divide what is long.
  nextFrom: v.optional(v.nullable(v.string()), null),
});

const SOON_DAYS = 7;
const MOST_DAYS = 62;
const MOST_OFFERED = 3;
/** No doctor can be booked further ahead. */
export const HORIZON_DAYS = 365;

/** Free times that begin on these dates of the doctor's zone; at most 62 days. */
export function slotsQuery(doctorId: string, from: string, to: string) {
  return queryOptions({
    queryKey: ['slots', doctorId, from, to],
    queryFn: async ({ signal }) => {
      const slots: Slot[] = [];
      // The server divides what is long.
      for (let next: string | null = from; next !== null && next <= to;) {
        const part: v.InferOutput<typeof slotsSchema> = await api.get(`/api/doctors/${doctorId}/slots`, slotsSchema, {
          query: { from: next, to },
          signal,
        });
        slots.push(...part.slots);
        next = part.nextFrom;
      }
      return slots;
    },
  });
}

/** The first free time from a date of the doctor's zone on; null when there is none. Most doctors have one within a week. */
export function freeFromQuery(doctorId: string, zone: string, from: string) {
  return queryOptions({
    queryKey: ['slots', doctorId, 'from', from],
    queryFn: async ({ client }) => {
      const last = plusDays(dateIn(zone, currentTime()), HORIZON_DAYS);
      const ask = (first: string, to: string) => client.query(slotsQuery(doctorId, first, to < last ? to : last));
      const soon = from <= last ? await ask(from, plusDays(from, SOON_DAYS)) : [];
      const found = soon.length > 0 ? soon : await firstFrom(plusDays(from, SOON_DAYS + 1), last, ask);
      return found[0] ?? null;
    },
  });
}

/** Asks for one range of dates after the other, as long as the server takes them, until one has a free time. */
async function firstFrom(
  first: string,
  last: string,
  ask: (from: string, to: string) => Promise<Slot[]>,
): Promise<Slot[]> {
  for (let from = first; from <= last; from = plusDays(from, MOST_DAYS)) {
    const found = await ask(from, plusDays(from, MOST_DAYS - 1));
    if (found.length > 0) {
      return found;
    }
  }
  return [];
}

/** The free time that begins at an instant; null when it is not free (any more). */
export function slotAtQuery(doctorId: string, zone: string, at: string) {
  return queryOptions({
    queryKey: ['slots', doctorId, 'at', at],
    queryFn: async ({ client }) => {
      // A window that crosses midnight belongs to the date on which it opens.
      const date = dateIn(zone, at);
      const near = await client.query(slotsQuery(doctorId, plusDays(date, -1), plusDays(date, 1)));
      return near.find((slot) => slot.startsAt === at) ?? null;
    },
  });
}

/** Free times after one that is not free, the nearest first: at most three of about a week, else the first one later. */
export function freeAfterQuery(doctorId: string, zone: string, at: string) {
  return queryOptions({
    queryKey: ['slots', doctorId, 'after', at],
    queryFn: async ({ client }) => {
      const now = currentTime().toISOString();
      const from = dateIn(zone, at > now ? at : now);
      const week = await client.query(slotsQuery(doctorId, from, plusDays(from, SOON_DAYS)));
      const soon = week.filter(({ startsAt }) => startsAt > at).slice(0, MOST_OFFERED);
      if (soon.length > 0) {
        return soon;
      }
      const later = await client.query(freeFromQuery(doctorId, zone, plusDays(from, SOON_DAYS + 1)));
      return later === null ? [] : [later];
    },
  });
}

export interface SlotDay {
  /** `YYYY-MM-DD` in the zone that is shown. */
  date: string;
  slots: Slot[];
}

/** Days from `first` on with the free times on each, as they fall in a zone: a week, unless more are wanted. */
export function daysOf(slots: readonly Slot[], first: string, zone: string, count = 7): SlotDay[] {
  const days = Array.from({ length: count }, (_, index): SlotDay => ({ date: plusDays(first, index), slots: [] }));
  const byDate = new Map(days.map((day) => [day.date, day]));
  for (const slot of slots) {
    byDate.get(dateIn(zone, slot.startsAt))?.slots.push(slot);
  }
  return days;
}

/** What a picker shows at once: a week from any day on, or the weeks of a month, from Monday on. */
export type Span = 'week' | 'month';

/** The first date that is shown around another one, and how many there are. */
export function shownAround(span: Span, date: string): { first: string; count: number } {
  if (span === 'week') {
    return { first: date, count: 7 };
  }
  const start = `${date.slice(0, 7)}-01`;
  const first = plusDays(start, -((new Date(`${start}T00:00:00Z`).getUTCDay() + 6) % 7));
  const next = monthsLater(date, 1);
  let count = 28;
  while (plusDays(first, count) < next) {
    count += 7;
  }
  return { first, count };
}

/** The first day of a month before or after that of a date. */
export function monthsLater(date: string, months: number): string {
  const at = new Date(`${date.slice(0, 7)}-01T00:00:00Z`);
  at.setUTCMonth(at.getUTCMonth() + months);
  return at.toISOString().slice(0, 10);
}

const NOON = 12;
const EVENING = 17;

/** The times of a day by the part of the day that they fall in; parts without any are left out. */
export function partsOf(
  slots: readonly Slot[],
  zone: string,
): { part: 'morning' | 'afternoon' | 'evening'; slots: Slot[] }[] {
  const hour = (slot: Slot) =>
    Number(dateFormat('en-GB', zone, { hour: '2-digit', hourCycle: 'h23' }).format(new Date(slot.startsAt)));
  return (['morning', 'afternoon', 'evening'] as const)
    .map((part) => ({ part, slots: slots.filter((slot) => part === partAt(hour(slot))) }))
    .filter((one) => one.slots.length > 0);
}

function partAt(hour: number): 'morning' | 'afternoon' | 'evening' {
  return hour < NOON ? 'morning' : hour < EVENING ? 'afternoon' : 'evening';
}

/**
 * Where an arrow key leads: up and down to the neighbour in time of the same day, left and right to the nearest time of
 * the day before or after that has one. Undefined when there is none.
 */
export function neighbour(days: readonly SlotDay[], startsAt: string, key: string): Slot | undefined {
  const column = days.findIndex(({ slots }) => slots.some((slot) => slot.startsAt === startsAt));
  const slots = days[column]?.slots ?? [];
  const row = slots.findIndex((slot) => slot.startsAt === startsAt);
  switch (key) {
    case 'ArrowUp':
      return slots[row - 1];
    case 'ArrowDown':
      return slots[row + 1];
    case 'Home':
      return slots[0];
    case 'End':
      return slots.at(-1);
    case 'ArrowLeft':
    case 'ArrowRight': {
      const others = key === 'ArrowLeft' ? days.slice(0, column).reverse() : days.slice(column + 1);
      return others
        .find((day) => day.slots.length > 0)
        ?.slots.reduce((best, slot) => (distance(slot, startsAt) < distance(best, startsAt) ? slot : best));
    }
    default:
      return undefined;
  }
}

const DAY_MS = 86_400_000;

/** How far apart two times of day are. */
function distance(slot: Slot, startsAt: string): number {
  const apart = (((Date.parse(slot.startsAt) - Date.parse(startsAt)) % DAY_MS) + DAY_MS) % DAY_MS;
  return Math.min(apart, DAY_MS - apart);
}
