import { DoorOpen, MessageSquare, PanelsTopLeft, Phone, Video } from 'lucide-react';
import type { Appointment } from '@/shared/api';
import { isOpen, isWaiting } from '@/shared/appointments';
import { useTranslations } from '@/shared/i18n';
import { useUser } from '@/shared/session';
import { useNow, useTimes } from '@/shared/time';
import { Button, ButtonLink } from '@/shared/ui';
import { InWaitingRoom } from './InWaitingRoom';
import styles from './Appointments.module.css';
import { useJoin } from './useJoin';

/**
 * How the two meet: the call, which opens 15 minutes before the appointment, and the chat. A patient waits to be let in, so that
 * a planned call rings nobody: while they wait, a doctor admits them, and only calls one who is not there.
 */
export function AppointmentMeeting({
  appointment,
  other,
  here = false,
}: {
  appointment: Appointment;
  other: { id: string; name: string; avatar: string | null };
  /** In the workspace of the visit, which has the chat itself. */
  here?: boolean;
}) {
  const t = useTranslations('appointments');
  const times = useTimes();
  const now = useNow(5_000);
  const { callable, opens, open, busy, call } = useJoin(appointment, other, here);
  const patient = useUser().id === appointment.patient.id;
  const workspace = `/visits/${appointment.id}/workspace`;
  const writable = isOpen(appointment) || appointment.status === 'completed' || appointment.status === 'no_show';
  return (
    <div className={styles.actions}>
      {!patient && <InWaitingRoom appointment={appointment} offersNoShow={false} />}
      {open && patient && (
        <ButtonLink
          look="primary"
          wide
          to={`/visits/${appointment.id}/waiting`}
          icon={<DoorOpen size={20} aria-hidden />}
        >
          {t('enterWaiting')}
        </ButtonLink>
      )}
      {open && !patient && !isWaiting(appointment) && (
        <>
          <Button
            look="primary"
            wide
            disabled={busy}
            icon={<Video size={20} aria-hidden />}
            onClick={() => call('video')}
          >
            {t('joinVideo')}
          </Button>
          <Button wide disabled={busy} icon={<Phone size={20} aria-hidden />} onClick={() => call('audio')}>
            {t('joinAudio')}
          </Button>
        </>
      )}
      {callable && !open && <p className={styles.quiet}>{t('callLater', { when: times.dateTime(opens) })}</p>}
      {appointment.mode === 'video' && appointment.status === 'pending' && (
        <p className={styles.quiet}>{t('callPending')}</p>
      )}
      {!patient &&
        !here &&
        (appointment.status === 'completed' || (appointment.status === 'scheduled' && now >= opens)) && (
          <ButtonLink wide to={workspace} icon={<PanelsTopLeft size={20} aria-hidden />}>
            {t('toWorkspace')}
          </ButtonLink>
        )}
      {writable && !here && (
        <ButtonLink wide to={`/messages/${other.id}`} icon={<MessageSquare size={20} aria-hidden />}>
          {t('write')}
        </ButtonLink>
      )}
    </div>
  );
}
