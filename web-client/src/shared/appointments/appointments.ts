import { type QueryClient, queryOptions, useQueryClient } from '@tanstack/react-query';
import * as v from 'valibot';
import {
  api,
  askAgain,
  type Appointment,
  appointmentSchema,
  type AppointmentStatus,
  type Page,
  usePages,
} from '../api';
import { useSession } from '../session';

export const appointmentReply = v.object({ appointment: appointmentSchema });
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

const OPENS_MS = 15 * 60_000;

/** When the call and the waiting room of an appointment open: 15 minutes before its start. */
export function callOpensAt(appointment: Appointment): Date {
  return new Date(Date.parse(appointment.startsAt) - OPENS_MS);
}

/** Whether the time of the appointment has passed: of a request with its start, since nobody can confirm it then. */
export function isOver(appointment: Appointment, now: Date): boolean {
  return appointment.status === 'pending'
    ? hasStarted(appointment, now)
    : Date.parse(appointment.endsAt) <= now.getTime();
}

const ownReply = v.object({
  ...appointmentReply.entries,
  usualConfirmationMinutes: v.optional(v.nullable(v.number()), null),
});

/** An appointment of one's own. The reply also answers {@link usualConfirmationQuery}, which then asks nothing. */
export function appointmentQuery(id: string) {
  return queryOptions({
    queryKey: ['appointment', id],
    queryFn: async ({ signal, client, queryKey }) => {
      const { appointment, usualConfirmationMinutes } = await fetchOwn(id, signal);
      client.setQueryData(usualConfirmationQuery(id).queryKey, usualConfirmationMinutes);
      // A change may have been told while this reply from before it was under way.
      return newer(client.getQueryData<Appointment>(queryKey), appointment);
    },
  });
}

export async function fetchAppointment(id: string): Promise<Appointment> {
  return (await fetchOwn(id)).appointment;
}

function fetchOwn(id: string, signal?: AbortSignal) {
  return api.get(`/api/appointments/${id}`, ownReply, { signal });
}

/** Within how many minutes the doctor usually confirms; null where that is not known. */
export function usualConfirmationQuery(id: string) {
  return queryOptions({
    queryKey: ['usual confirmation', id],
    queryFn: async ({ signal }) => (await fetchOwn(id, signal)).usualConfirmationMinutes,
    staleTime: 60_000,
  });
}

/** What the lists of {@link useAppointments} begin their keys with; other questions about appointments have other answers. */
export const APPOINTMENT_LISTS = ['appointments', 'list'];

/** One's own appointments, page by page. */
export function useAppointments({ status, ...filter }: AppointmentFilter) {
  const load = async (cursor: string | null, signal: AbortSignal): Promise<Page<Appointment>> => {
    const query = { ...filter, status: status?.join(','), cursor };
    const page = await api.get('/api/appointments', pageReply, { query, signal });
    return { items: page.appointments, nextCursor: page.nextCursor };
  };
  return usePages<Appointment>([...APPOINTMENT_LISTS, { status, ...filter }], load);
}

/** What patients ask of a doctor and waits for an answer, earliest appointment first. */
export const REQUESTS: AppointmentFilter = { status: ['pending'], order: 'asc', limit: 100 };

/**
 * Takes over what the server told of an appointment. It tells patients the notes, and nobody else: what shows a doctor the
 * appointment asks for it again.
 */
export function useToldAppointment(): (appointment: Appointment) => void {
  const queries = useQueryClient();
  const remember = useRememberAppointment();
  const { user } = useSession();
  return (appointment) => {
    const { queryKey } = appointmentQuery(appointment.id);
    const known = queries.getQueryData(queryKey);
    if (user?.id === appointment.patient.id) {
      remember(appointment);
      return;
    }
    if (known === undefined || known.version < appointment.version) {
      askAgain(queries, queryKey);
    }
    // That the appointment is known as it is now does not mean that the lists are: a notice may have asked for it alone.
    if ((queries.getQueryData<number>(listed(appointment)) ?? -1) < appointment.version) {
      refreshLists(queries, appointment);
    }
  };
}

/** Puts an appointment, as it is now, wherever it is shown. Older versions of it are ignored. */
export function useRememberAppointment(): (appointment: Appointment) => void {
  const queries = useQueryClient();
  return (appointment) => {
    queries.setQueryData(appointmentQuery(appointment.id).queryKey, (known) => {
      const { waiting } = known ?? appointment;
      // Who waits has no version; events tell it, and the reply to a change may be from before the last of them.
      return newer(known, { ...appointment, waiting });
    });
    refreshLists(queries, appointment);
  };
}

function newer(known: Appointment | undefined, appointment: Appointment): Appointment {
  return known !== undefined && known.version > appointment.version ? known : appointment;
}

/** The version of an appointment with which the lists were last asked for again. */
const listed = ({ id }: Appointment) => ['listed', id] as const;

function refreshLists(queries: QueryClient, appointment: Appointment): void {
  const { doctor, version } = appointment;
  queries.setQueryData<number>(listed(appointment), (before = version) => Math.max(before, version));
  askAgain(queries, ['appointments']);
  askAgain(queries, ['slots', doctor.id]);
}
