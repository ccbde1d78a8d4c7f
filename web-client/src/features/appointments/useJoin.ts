import type { Appointment } from '@/shared/api';
import { callOpensAt } from '@/shared/appointments';
import { type CallMedia, useVideoCall } from '@/shared/call';
import { useNavigate } from '@/shared/router';
import { useNow } from '@/shared/time';

/** When and how the call of an appointment is joined. A doctor who joins it is led to the workspace, unless they are `here`. */
export function useJoin(
  appointment: Appointment,
  other: { id: string; name: string; avatar: string | null },
  here = false,
) {
  const now = useNow(5_000);
  const navigate = useNavigate();
  const { startCall, busy } = useVideoCall();
  const opens = callOpensAt(appointment);
  const callable = appointment.mode === 'video' && appointment.status === 'scheduled';
  return {
    callable,
    opens,
    open: callable && now >= opens,
    /** A call is on already. */
    busy,
    call: (media: CallMedia) => {
      startCall({ person: other, media, appointmentId: appointment.id });
      if (!here) {
        navigate(`/visits/${appointment.id}/workspace`);
      }
    },
  };
}
