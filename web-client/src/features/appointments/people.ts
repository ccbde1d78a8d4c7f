import type { Appointment, User } from '@/shared/api';

/** The other one of the two. */
export function otherPerson(appointment: Appointment, user: User): { id: string; name: string; avatar: string | null } {
  return user.id === appointment.doctor.id ? appointment.patient : appointment.doctor;
}
