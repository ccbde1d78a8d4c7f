import { useAppointmentUpdates } from '@/shared/appointments';

/** What is kept up to date on every page. */
export function LiveUpdates() {
  useAppointmentUpdates();
  return null;
}
