import type { Appointment, User } from '@/shared/api';

/** The other one of the two. */
export function otherPerson(appointment: Appointment, user: User): { id: string; name: string; avatar: string | null } {
  return user.id === appointment.doctor.id ? appointment.patient : appointment.doctor;
}

const OPENS_MS = 15 * 60_000;

/** When the call of an appointment opens: 15 minutes before its start. */
export function callOpensAt(appointment: Appointment): Date {
  return new Date(Date.parse(appointment.startsAt) - OPENS_MS);
}
