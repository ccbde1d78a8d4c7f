import { useMutation } from '@tanstack/react-query';
import { DoorOpen, Hourglass } from 'lucide-react';
import type { Appointment } from '@/shared/api';
import { isWaiting } from '@/shared/appointments';
import { useVideoCall } from '@/shared/call';
import { useTranslations } from '@/shared/i18n';
import { useNotices } from '@/shared/notices';
import { useNavigate } from '@/shared/router';
import { SocketProblem, useSocket } from '@/shared/socket';
import { useNow, useTimes } from '@/shared/time';
import { Button } from '@/shared/ui';
import { minutesSince } from './day';
import { MarkMissed } from './MarkMissed';
import styles from './Appointments.module.css';

const ADMIT_FAILS = ['not_waiting', 'admitted_elsewhere', 'offline'] as const;

/** What a doctor sees of the waiting room: who waits for how long, and who has not come. */
export function InWaitingRoom({
  appointment,
  offersNoShow = true,
}: {
  appointment: Appointment;
  /** False where the page has the button for it already. */
  offersNoShow?: boolean;
}) {
  const t = useTranslations('appointments');
  const times = useTimes();
  const now = useNow(5_000);
  const { waiting, noShowSuggestedAt, patient } = appointment;
  if (isWaiting(appointment) && waiting !== null) {
    const minutes = minutesSince(waiting.since, now);
    return (
      <div className={styles.waiting}>
        <p>
          <Hourglass size={20} aria-hidden />
          {t('waitingSince', { name: patient.name, minutes, time: times.time(waiting.since) })}
        </p>
        <Admit appointment={appointment} />
      </div>
    );
  }
  const missing =
    appointment.status === 'scheduled' && noShowSuggestedAt !== null && Date.parse(noShowSuggestedAt) <= now.getTime();
  return (
    missing && (
      <div className={styles.waiting}>
        <p>{t('notCome', { name: patient.name })}</p>
        {offersNoShow && <MarkMissed appointment={appointment} />}
      </div>
    )
  );
}

/** Asks the patient in, and calls: their device answers by itself. */
function Admit({ appointment }: { appointment: Appointment }) {
  const t = useTranslations('appointments');
  const socket = useSocket();
  const { notify } = useNotices();
  const navigate = useNavigate();
  const { startCall, busy } = useVideoCall();
  const { id, patient } = appointment;
  const admit = useMutation({
    mutationFn: () => socket.emit('admit', { appointmentId: id }),
    onSuccess: () => {
      startCall({ person: patient, media: 'video', appointmentId: id, atOnce: true });
      navigate(`/visits/${id}/workspace`);
    },
    onError: (error) => {
      const code = ADMIT_FAILS.find((known) => error instanceof SocketProblem && error.code === known);
      notify({ kind: 'problem', text: t(`admit_${code ?? 'other'}`, { name: patient.name }) });
    },
  });
  return (
    <Button
      look="primary"
      busy={admit.isPending}
      disabled={busy}
      icon={<DoorOpen size={20} aria-hidden />}
      onClick={() => admit.mutate()}
    >
      {t('admit', { name: patient.name })}
    </Button>
  );
}
