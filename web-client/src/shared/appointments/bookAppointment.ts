import { api, type Appointment } from '../api';
import { appointmentReply } from './appointments';

interface Booking {
  date: string;
  startTime: string;
  mode: 'video' | 'chat';
  reason: string | null;
}

/**
 * Books: a patient with a doctor, or a doctor for a patient. The same key makes a second try of the same booking
 * harmless.
 */
export async function bookAppointment(
  body: Booking & ({ doctorId: string } | { patientId: string }),
  idempotencyKey: string,
): Promise<Appointment> {
  return (await api.post('/api/appointments', appointmentReply, { body, idempotencyKey })).appointment;
}
