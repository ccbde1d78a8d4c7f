import { api, type Appointment } from '../api';
import { appointmentReply } from './appointments';

/** Books; the same key makes a second try of the same booking harmless. */
export async function bookAppointment(
  body: { doctorId: string; date: string; startTime: string; mode: 'video' | 'chat'; reason: string | null },
  idempotencyKey: string,
): Promise<Appointment> {
  return (await api.post('/api/appointments', appointmentReply, { body, idempotencyKey })).appointment;
}
