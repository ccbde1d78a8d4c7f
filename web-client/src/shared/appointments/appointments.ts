import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import * as v from 'valibot';
import {
  api,
  type Appointment,
  appointmentSchema,
  type AppointmentStatus,
  isProblem,
  type Page,
  usePages,
} from '../api';
import { same } from '../forms';
import { useSession } from '../session';

const reply = v.object({ appointment: appointmentSchema });
const pageReply = v.object({ appointments: v.array(appointmentSchema), nextCursor: v.nullable(v.string()) });

export interface AppointmentFilter {
  /** Only appointments with this other person. */
  with?: string;
  status?: readonly AppointmentStatus[];
  /** Starts at or after this instant or date. */
  from?: string;
  /** Starts before this instant or date. */
  to?: string;
  order?: 'asc' | 'desc';
  limit?: number;
}

/** Appointments that are still to come about. */
export const OPEN_STATUSES: readonly AppointmentStatus[] = ['pending', 'scheduled'];
export const FINAL_STATUSES: readonly AppointmentStatus[] = ['completed', 'declined', 'cancelled', 'no_show'];

export function isOpen({ status }: Appointment): boolean {
  return OPEN_STATUSES.includes(status);
}

/** From its start on, the server allows other changes of an appointment than before. */
export function hasStarted(appointment: Appointment, now: Date): boolean {
  return Date.parse(appointment.startsAt) <= now.getTime();
}

/** Whether the time of the appointment has passed: of a request with its start, since nobody can confirm it then. */
export function isOver(appointment: Appointment, now: Date): boolean {
  return appointment.status === 'pending'
    ? hasStarted(appointment, now)
    : Date.parse(appointment.endsAt) <= now.getTime();
}

/** An appointment of one's own. */
export function appointmentQuery(id: string) {
  return queryOptions({
    queryKey: ['appointment', id],
    queryFn: ({ signal }) => fetchAppointment(id, signal),
  });
}

async function fetchAppointment(id: string, signal?: AbortSignal): Promise<Appointment> {
  return (await api.get(`/api/appointments/${id}`, reply, { signal })).appointment;
}

/** One's own appointments, page by page. */
export function useAppointments({ status, ...filter }: AppointmentFilter, options: { enabled?: boolean } = {}) {
  const load = async (cursor: string | null, signal: AbortSignal): Promise<Page<Appointment>> => {
    const query = { ...filter, status: status?.join(','), cursor };
    const page = await api.get('/api/appointments', pageReply, { query, signal });
    return { items: page.appointments, nextCursor: page.nextCursor };
  };
  return usePages<Appointment>(['appointments', { status, ...filter }], load, options);
}

/** What patients ask of a doctor and waits for an answer, earliest appointment first. */
export const REQUESTS: AppointmentFilter = { status: ['pending'], order: 'asc', limit: 100 };

/** What can be done with an appointment; the server says which of it is allowed now. */
export type AppointmentChange =
  | { action: 'confirm' | 'no-show'; body?: undefined }
  /** `notes` are saved first, when they differ from those that are stored. */
  | { action: 'complete'; body?: undefined; notes?: string }
  | { action: 'decline'; body: { reason: string | null } }
  | { action: 'cancel'; body: { reason: string } }
  | { action: 'reschedule'; body: { date: string; startTime: string; reason?: string | null } }
  | { action: 'notes'; body: { notes: string } }
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
  try {
    return (await method(path, reply, { body, ifMatch: seen.version })).appointment;
  } catch (error) {
    if (!isProblem(error, 'precondition_failed')) {
      throw error;
    }
    const newest = await fetchAppointment(seen.id);
    if (isMade(change, newest, by)) {
      return newest;
    }
    if (same(restsOn(newest), restsOn(seen))) {
      return (await method(path, reply, { body, ifMatch: newest.version })).appointment;
    }
    superseded(newest);
    throw error;
  }
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

/** Books; the same key makes a second try of the same booking harmless. */
export async function bookAppointment(
  body: { doctorId: string; date: string; startTime: string; mode: 'video' | 'chat'; reason: string | null },
  idempotencyKey: string,
): Promise<Appointment> {
  return (await api.post('/api/appointments', reply, { body, idempotencyKey })).appointment;
}

/** Puts an appointment, as it is now, wherever it is shown. Older versions of it are ignored. */
export function useRememberAppointment(): (appointment: Appointment) => void {
  const queries = useQueryClient();
  return (appointment) => {
    queries.setQueryData(appointmentQuery(appointment.id).queryKey, (known) =>
      known !== undefined && known.version > appointment.version ? known : appointment,
    );
    void queries.invalidateQueries({ queryKey: ['appointments'] });
    void queries.invalidateQueries({ queryKey: ['slots', appointment.doctor.id] });
  };
}
