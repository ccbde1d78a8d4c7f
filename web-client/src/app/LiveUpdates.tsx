import { useAppointmentUpdates, useWaitingUpdates } from '@/shared/appointments';
import { usePreferences } from './usePreferences';
import { useRenewedPush } from './useRenewedPush';

/** Keeps data up to date on every page, here and at the server. */
export default function LiveUpdates() {
  useAppointmentUpdates();
  useWaitingUpdates();
  usePreferences();
  useRenewedPush();
  return null;
}
