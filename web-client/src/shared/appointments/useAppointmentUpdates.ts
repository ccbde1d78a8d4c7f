import { useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '../router';
import type { Appointment } from '../api';
import { useTranslations } from '../i18n';
import { useNotices } from '../notices';
import { useSession } from '../session';
import { useResync, useSocketEvent } from '../socket';
import { useTimes } from '../time';
import { useRememberAppointment } from './appointments';

/** Keeps appointments up to date on every page, and says what the other person did. */
export function useAppointmentUpdates(): void {
  const t = useTranslations('appointmentUpdates');
  const times = useTimes();
  const navigate = useNavigate();
  const queries = useQueryClient();
  const { user } = useSession();
  const { notify } = useNotices();
  const remember = useRememberAppointment();

  useSocketEvent('appointment-updated', ({ appointment }: { appointment: Appointment }) => {
    const known = queries.getQueryData<Appointment>(['appointment', appointment.id]);
    remember(appointment);
    const change = appointment.history.at(-1);
    const byOther =
      change !== undefined && change.by !== user?.id && known?.history.length !== appointment.history.length;
    if (byOther && user !== null) {
      const other = user.role === 'doctor' ? appointment.patient : appointment.doctor;
      const kind =
        change.from === null ? 'booked' : change.from === change.to || change.to === 'pending' ? 'moved' : change.to;
      notify({
        kind: change.to === 'scheduled' ? 'done' : 'info',
        text: t(kind, { name: other.name, when: times.dateTime(appointment.startsAt) }),
        action: { label: t('show'), run: () => navigate(`/visits/${appointment.id}`) },
      });
    }
  });

  useResync(() => {
    void queries.invalidateQueries({ queryKey: ['appointments'] });
    void queries.invalidateQueries({ queryKey: ['appointment'] });
  });
}
