import { queryOptions } from '@tanstack/react-query';
import * as v from 'valibot';
import { api, type Slot, slotSchema } from '../api';
import { currentTime, dateIn, plusDays } from '../time';

const slotsSchema = v.object({ timeZone: v.string(), slots: v.array(slotSchema) });

const SOON_DAYS = 7;
const MOST_DAYS = 62;
/** No doctor can be booked further ahead. */
export const HORIZON_DAYS = 365;

/** Free times that begin on these dates of the doctor's zone; at most 62 days. */
export function slotsQuery(doctorId: string, from: string, to: string) {
  return queryOptions({
    queryKey: ['slots', doctorId, from, to],
    queryFn: async ({ signal }) =>
      (await api.get(`/api/doctors/${doctorId}/slots`, slotsSchema, { query: { from, to }, signal })).slots,
  });
}

/** The first free times of a doctor: those of the next week, or of the first two months that have any. */
export function firstSlotsQuery(doctorId: string, zone: string) {
  return queryOptions({
    queryKey: ['slots', doctorId, 'first'],
    queryFn: async ({ client }) => {
      const today = dateIn(zone, currentTime());
      const soon = await client.query(slotsQuery(doctorId, today, plusDays(today, SOON_DAYS)));
      if (soon.length > 0) {
        return soon;
      }
      return firstFrom(today, plusDays(today, HORIZON_DAYS), (from, to) =>
        client.query(slotsQuery(doctorId, from, to)),
      );
    },
  });
}

/** Asks for one range of dates after the other, as long as the server takes them, until one has a free time. */
async function firstFrom(
  today: string,
  last: string,
  ask: (from: string, to: string) => Promise<Slot[]>,
): Promise<Slot[]> {
  for (let from = today; from <= last; from = plusDays(from, MOST_DAYS)) {
    const to = plusDays(from, MOST_DAYS - 1);
    const found = await ask(from, to < last ? to : last);
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

export interface SlotDay {
  /** `YYYY-MM-DD` in the zone that is shown. */
  date: string;
  slots: Slot[];
}

/** Seven days from `first` with the free times on each, as they fall in a zone. */
export function weekOf(slots: readonly Slot[], first: string, zone: string): SlotDay[] {
  const days = Array.from({ length: 7 }, (_, index): SlotDay => ({ date: plusDays(first, index), slots: [] }));
  for (const slot of slots) {
    days.find(({ date }) => date === dateIn(zone, slot.startsAt))?.slots.push(slot);
  }
  return days;
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
