import { useAppointmentUpdates, useWaitingUpdates } from '@/shared/appointments';
import { usePreferences } from './usePreferences';

/** Keeps data up to date on every page, here and at the server. */
export default function LiveUpdates() {
  useAppointmentUpdates();
  useWaitingUpdates();
  usePreferences();
  return null;
}
