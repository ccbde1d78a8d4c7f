import type { Appointment } from '@/shared/api';
import { isOver } from '@/shared/appointments';

const MINUTE_MS = 60_000;
const HOUR_MS = 3_600_000;
/** No appointment is longer. */
const LONGEST_HOURS = 8;

/** The first instant of the day of `now` and that of the next day, by this device's clock. */
export function dayOf(now: Date): { from: string; to: string } {
  const from = new Date(now.getFullYear(), now.getMonth(), now.getDate());
  const to = new Date(now.getFullYear(), now.getMonth(), now.getDate() + 1);
  return { from: from.toISOString(), to: to.toISOString() };
}

/** The appointments of a day that are over, and those that are on or to come; `now` lies between the two. */
export function aroundNow(
  appointments: readonly Appointment[],
  now: Date,
): { before: Appointment[]; after: Appointment[] } {
  return {
    before: appointments.filter((appointment) => isOver(appointment, now)),
    after: appointments.filter((appointment) => !isOver(appointment, now)),
  };
}

/**
 * Bounds of the start of appointments that are on or to come, and of appointments that may be over: to the hour, so that a list is
 * asked for anew only once an hour. {@link isOver} decides for each appointment.
 */
export function boundsAt(now: Date): { comingFrom: string; overBefore: string } {
  const hour = Math.floor(now.getTime() / HOUR_MS);
  return {
    comingFrom: new Date((hour - LONGEST_HOURS) * HOUR_MS).toISOString(),
    overBefore: new Date((hour + 1) * HOUR_MS).toISOString(),
  };
}

/** In how many minutes the appointment starts, begun ones counted; none are left once it has started. */
export function minutesUntil({ startsAt }: Appointment, now: Date): number {
  return Math.ceil((Date.parse(startsAt) - now.getTime()) / MINUTE_MS);
}

/** How many whole minutes ago the server noted something; none when this device's clock is behind. */
export function minutesSince(at: string, now: Date): number {
  return Math.max(0, Math.floor((now.getTime() - Date.parse(at)) / MINUTE_MS));
}
