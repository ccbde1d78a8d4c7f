import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useEffectEvent, useRef } from 'react';
import { useNavigate } from '../router';
import { type Appointment, askAgain, type Notice } from '../api';
import { useTranslations } from '../i18n';
import { useNotices } from '../notices';
import { useSession } from '../session';
import { useResync, useSocket, useSocketEvent } from '../socket';
import { useTimes } from '../time';
import { appointmentQuery, useToldAppointment } from './appointments';

/** What pages do not say by themselves, as they do when somebody calls or writes. */
const TOLD = [
  'visit_requested',
  'visit_confirmed',
  'visit_declined',
  'visit_moved',
  'visit_cancelled',
  'running_late',
  'doctor_unavailable',
  'visit_reminder',
  'review_received',
] as const satisfies readonly Notice['kind'][];
type Told = Notice & { kind: (typeof TOLD)[number] };

function isTold(notice: Notice): notice is Told {
  return (TOLD as readonly string[]).includes(notice.kind);
}

/** The name of the words. What nobody did is a visit that was not confirmed in time, or one of an erased account. */
function wordsOf({ kind, at, from }: Told, { history }: Appointment) {
  if (kind === 'visit_declined' && from === null) {
    return 'visit_not_confirmed';
  }
  if (kind === 'visit_cancelled' && from === null) {
    return 'visit_withdrawn';
  }
  const booked = history.some((change) => change.from === null && change.at === at);
  return kind === 'visit_confirmed' && booked ? 'visit_booked' : kind;
}

/** Keeps appointments up to date on every page, and says what the other person did. */
export function useAppointmentUpdates(): void {
  const t = useTranslations('appointmentUpdates');
  const times = useTimes();
  const navigate = useNavigate();
  const queries = useQueryClient();
  const { user } = useSession();
  const { notify } = useNotices();
  const take = useToldAppointment();
  const told = useRef(new Map<string, Appointment>());

  useSocketEvent('appointment-updated', ({ appointment }) => {
    told.current.set(appointment.id, appointment);
    take(appointment);
  });

  useSocketEvent('notice', ({ notice }) => {
    if (!isTold(notice) || notice.appointmentId === null) {
      return;
    }
    const tell = (appointment: Appointment) => {
      const other = user?.role === 'doctor' ? appointment.patient : appointment.doctor;
      notify({
        kind: notice.kind === 'visit_confirmed' ? 'done' : 'info',
        text: t(wordsOf(notice, appointment), { name: other.name, when: times.dateTime(appointment.startsAt) }),
        action: { label: t('show'), run: () => navigate(`/visits/${appointment.id}`) },
      });
    };
    // Its change was told just before. When it cannot be shown, neither can what the notice leads to.
    const known = told.current.get(notice.appointmentId);
    if (known !== undefined) {
      tell(known);
      return;
    }
    queries.query({ ...appointmentQuery(notice.appointmentId), staleTime: 'static' }).then(tell, () => undefined);
  });

  const refresh = () => {
    told.current.clear();
    askAgain(queries, ['appointments']);
    askAgain(queries, ['appointment']);
  };
  useResync(refresh);
  // This code may arrive later than the first events.
  const socket = useSocket();
  const begin = useEffectEvent(() => {
    if (socket.state === 'connected') {
      refresh();
    }
  });
  useEffect(() => begin(), [socket]);
}
