import type { Appointment, User } from '@/shared/api';

/** The other one of the two. */
export function otherPerson(visit: Appointment, user: User): { id: string; name: string; avatar: string | null } {
  return user.id === visit.doctor.id ? visit.patient : visit.doctor;
}

const OPENS_MS = 10 * 60_000;

/** When the call of a visit opens: 10 minutes before its start. */
export function callOpensAt(visit: Appointment): Date {
  return new Date(Date.parse(visit.startsAt) - OPENS_MS);
}
