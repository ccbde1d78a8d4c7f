import { useRef } from 'react';
import { api, type Appointment } from '../api';
import { randomId } from '../random';
import { appointmentReply } from './appointments';

type Booking = {
  date: string;
  startTime: string;
  mode: 'video' | 'chat';
  reason: string | null;
} & ({ doctorId: string } | { patientId: string });

/**
 * Books: a patient with a doctor, or a doctor for a patient. Another try with the same entries, after one that failed
 * or whose reply was lost, books at most once; after one that succeeded it is another visit.
 */
export function useBookAppointment(): (body: Booking) => Promise<Appointment> {
  const key = useRef({ of: '', value: '' });
  return async (body) => {
    const of = JSON.stringify(body);
    if (key.current.of !== of) {
      key.current = { of, value: randomId() };
    }
    const request = { body, idempotencyKey: key.current.value };
    const { appointment } = await api.post('/api/appointments', appointmentReply, request);
    key.current = { of: '', value: '' };
    return appointment;
  };
}
