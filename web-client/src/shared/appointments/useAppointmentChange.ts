import { useMutation, useQueryClient } from '@tanstack/react-query';
import { api, type Appointment, isProblem } from '../api';
import { same } from '../forms';
import { useSession } from '../session';
import { appointmentReply, fetchAppointment, useRememberAppointment } from './appointments';

/** What can be done with an appointment; the server says which of it is allowed now. */
export type AppointmentChange =
  | { action: 'confirm' | 'no-show'; body?: undefined }
  /** `notes` are saved first, when they differ from those that are stored. */
  | { action: 'complete'; body?: undefined; notes?: string }
  | { action: 'decline'; body: { reason: string | null } }
  | { action: 'cancel'; body: { reason: string } }
  | { action: 'reschedule'; body: { date: string; startTime: string; reason?: string | null } }
  | { action: 'notes'; body: { notes: string; autosave?: boolean } }
  | { action: 'review'; body: { rating: number; review: string | null } };

interface ChangeOptions {
  /** Runs even when the new state takes away the component that made the change. */
  onChanged?: (changed: Appointment) => void;
  /** The appointment is not as the person saw it any more; this is how it is now. */
  onSuperseded?: (newest: Appointment) => void;
  /** What of the appointment the change rests on: how it stands, unless said otherwise. */
  restsOn?: (appointment: Appointment) => unknown;
}

const LEADS_TO = {
  confirm: 'scheduled',
  complete: 'completed',
  'no-show': 'no_show',
  decline: 'declined',
  cancel: 'cancelled',
} as const;

/** Whether the appointment stands as the change leaves it, by the same person: it was made, and only its reply was lost. */
function isMade({ action, body }: AppointmentChange, appointment: Appointment, by: string | undefined): boolean {
  const own = appointment.history.at(-1)?.by === by;
  switch (action) {
    case 'notes':
      return appointment.notes === body.notes;
    case 'review':
      return appointment.rating === body.rating && (appointment.review ?? '') === (body.review ?? '');
    case 'reschedule':
      return own && appointment.date === body.date && appointment.startTime === body.startTime;
    default:
      return own && appointment.status === LEADS_TO[action];
  }
}

function standing({ status, startsAt, mode }: Appointment): unknown {
  return [status, startsAt, mode];
}

/** Sends a change that is based on `seen`, and once more when nothing that it rests on has changed since. */
async function send(
  change: AppointmentChange,
  seen: Appointment,
  by: string | undefined,
  restsOn: (appointment: Appointment) => unknown,
  superseded: (newest: Appointment) => void,
): Promise<Appointment> {
  const { action, body } = change;
  const path = `/api/appointments/${seen.id}/${action}`;
  const method = action === 'notes' || action === 'review' ? api.put : api.post;
  // What was typed or decided last is sent while the page closes.
  const keepalive = action === 'notes' || action === 'confirm';
  try {
    return (await method(path, appointmentReply, { body, ifMatch: seen.version, keepalive })).appointment;
  } catch (error) {
    if (!isProblem(error, 'precondition_failed')) {
      throw error;
    }
    const newest = await fetchAppointment(seen.id);
    if (isMade(change, newest, by)) {
      return newest;
    }
    if (same(restsOn(newest), restsOn(seen))) {
      return (await method(path, appointmentReply, { body, ifMatch: newest.version, keepalive })).appointment;
    }
    superseded(newest);
    throw error;
  }
}

/** Changes one of many appointments, without anybody to ask when it was changed meanwhile: then it is left as it is. */
export function changeAppointment(change: AppointmentChange, seen: Appointment, by: string): Promise<Appointment> {
  return send(change, seen, by, standing, () => undefined);
}

/**
 * Changes the appointment as the person saw it when they began (`seen`). When it was changed meanwhile, the change goes on if
 * what it rests on is still the same; else it is refused, and the new state shown.
 */
export function useAppointmentChange(
  seen: Appointment,
  { onChanged, onSuperseded, restsOn = standing }: ChangeOptions = {},
) {
  const remember = useRememberAppointment();
  const queries = useQueryClient();
  const { user } = useSession();
  return useMutation({
    mutationFn: async (change: AppointmentChange) => {
      const superseded = (newest: Appointment) => {
        remember(newest);
        onSuperseded?.(newest);
      };
      let basis = seen;
      if (change.action === 'complete' && change.notes !== undefined && change.notes !== (seen.notes ?? '')) {
        const notes = { action: 'notes', body: { notes: change.notes } } as const;
        basis = await send(notes, basis, user?.id, ({ notes: stored }) => stored ?? '', superseded);
      }
      return send(change, basis, user?.id, restsOn, superseded);
    },
    onSuccess: (changed) => {
      onChanged?.(changed);
      remember(changed);
    },
    onError: (error) => {
      if (isProblem(error, 'precondition_failed', 'stale', 'illegal_transition')) {
        void queries.invalidateQueries({ queryKey: ['appointment', seen.id] });
      }
    },
  });
}
