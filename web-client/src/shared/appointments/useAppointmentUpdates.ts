import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useEffectEvent } from 'react';
import { useNavigate } from '../router';
import type { Appointment, Notice } from '../api';
import { useTranslations } from '../i18n';
import { useNotices } from '../notices';
import { useSession } from '../session';
import { useResync, useSocket, useSocketEvent } from '../socket';
import { useTimes } from '../time';
import { appointmentQuery, useRememberAppointment } from './appointments';

/** The name of the words: a notice by nobody is of a visit that was not confirmed in time. */
function wordsOf({ kind, at, from }: Notice, { history }: Appointment) {
  if (kind === 'visit_declined' && from === null) {
    return 'visit_not_confirmed';
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
  const remember = useRememberAppointment();

  useSocketEvent('appointment-updated', ({ appointment }) => remember(appointment));

  useSocketEvent('notice', ({ notice }) => {
    const tell = (appointment: Appointment) => {
      const other = user?.role === 'doctor' ? appointment.patient : appointment.doctor;
      notify({
        kind: notice.kind === 'visit_confirmed' ? 'done' : 'info',
        text: t(wordsOf(notice, appointment), { name: other.name, when: times.dateTime(appointment.startsAt) }),
        action: { label: t('show'), run: () => navigate(`/visits/${appointment.id}`) },
      });
    };
    if (notice.appointmentId !== null) {
      // Its change was told just before. When it cannot be shown, neither can what the notice leads to.
      queries.query({ ...appointmentQuery(notice.appointmentId), staleTime: 'static' }).then(tell, () => undefined);
    }
  });

  const refresh = () => {
    void queries.invalidateQueries({ queryKey: ['appointments'] });
    void queries.invalidateQueries({ queryKey: ['appointment'] });
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
