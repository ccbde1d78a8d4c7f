import { useAppointmentUpdates } from '@/shared/appointments';
import { usePreferences } from './usePreferences';

/** Keeps data up to date on every page, here and at the server. */
export default function LiveUpdates() {
  useAppointmentUpdates();
  usePreferences();
  return null;
}
