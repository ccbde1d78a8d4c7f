import { DoorOpen, MessageSquare, Phone, Video } from 'lucide-react';
import type { Appointment } from '@/shared/api';
import { isOpen, isWaiting } from '@/shared/appointments';
import { type CallMedia, useVideoCall } from '@/shared/call';
import { useTranslations } from '@/shared/i18n';
import { useUser } from '@/shared/session';
import { useNow, useTimes } from '@/shared/time';
import { Button, ButtonLink } from '@/shared/ui';
import { InWaitingRoom } from './InWaitingRoom';
import { callOpensAt } from './people';
import styles from './Appointments.module.css';

/** How the two meet: the call, which opens 15 minutes before the appointment, and the chat. */
export function AppointmentMeeting({
  appointment,
  other,
}: {
  appointment: Appointment;
  other: { id: string; name: string; avatar: string | null };
}) {
  const t = useTranslations('appointments');
  const times = useTimes();
  const now = useNow(5_000);
  const { startCall, busy } = useVideoCall();
  const opens = callOpensAt(appointment);
  const call = (media: CallMedia) => startCall({ person: other, media, appointmentId: appointment.id });
  const callable = appointment.mode === 'video' && appointment.status === 'scheduled';
  const open = callable && now >= opens;
  const patient = useUser().id === appointment.patient.id;
  const writable = isOpen(appointment) || appointment.status === 'completed' || appointment.status === 'no_show';
  return (
    <div className={styles.actions}>
      {!patient && <InWaitingRoom appointment={appointment} />}
      {open && (
        <>
          {patient && (
            <ButtonLink
              look="primary"
              wide
              to={`/visits/${appointment.id}/waiting`}
              icon={<DoorOpen size={20} aria-hidden />}
            >
              {t('enterWaiting')}
            </ButtonLink>
          )}
          <Button
            {...(!patient && !isWaiting(appointment) && { look: 'primary' as const })}
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
      {writable && (
        <ButtonLink wide to={`/messages/${other.id}`} icon={<MessageSquare size={20} aria-hidden />}>
          {t('write')}
        </ButtonLink>
      )}
    </div>
  );
}
