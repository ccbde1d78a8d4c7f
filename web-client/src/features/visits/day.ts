import type { Appointment } from '@/shared/api';

/** The first instant of the day of `now` and that of the next day, by this device's clock. */
export function dayOf(now: Date): { from: string; to: string } {
  const from = new Date(now.getFullYear(), now.getMonth(), now.getDate());
  const to = new Date(now.getFullYear(), now.getMonth(), now.getDate() + 1);
  return { from: from.toISOString(), to: to.toISOString() };
}

/** The visits of a day that are over, and those that are on or to come; `now` lies between the two. */
export function aroundNow(visits: readonly Appointment[], now: Date): { before: Appointment[]; after: Appointment[] } {
  const over = (visit: Appointment) => Date.parse(visit.endsAt) <= now.getTime();
  return { before: visits.filter(over), after: visits.filter((visit) => !over(visit)) };
}
