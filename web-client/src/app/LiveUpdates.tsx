import { useAppointmentUpdates } from '@/shared/appointments';

/** Keeps data up to date on every page. */
export default function LiveUpdates() {
  useAppointmentUpdates();
  return null;
}
