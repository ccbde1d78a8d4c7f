import { useState } from 'react';
import { type Appointment, isProblem } from '@/shared/api';
import { type AppointmentChange, useAppointmentChange } from '@/shared/appointments';
import { useTranslations } from '@/shared/i18n';
import { useTimes } from '@/shared/time';
import { type FieldOf, type SummaryEntry, useProblemEntries } from '@/shared/ui';

/**
 * A dialog that decides about an appointment as it was when the dialog opened. When the appointment changes meanwhile, the dialog says
 * how it is now, and the next try is about that. `fieldOf` finds the control of a field that the server does not accept.
 */
export function useAppointmentDialog(
  appointment: Appointment,
  onDone: (changed: Appointment) => void,
  fieldOf: FieldOf = () => undefined,
) {
  const t = useTranslations('appointments');
  const statusOf = useTranslations('appointmentStatus');
  const times = useTimes();
  const problemEntries = useProblemEntries();
  const [seen, setSeen] = useState<Appointment | null>(null);
  const [problems, setProblems] = useState<SummaryEntry[]>([]);
  const change = useAppointmentChange(seen ?? appointment, {
    onChanged: (changed) => {
      setSeen(null);
      onDone(changed);
    },
    onSuperseded: (newest) => {
      setSeen(newest);
      setProblems([
        { text: t('changedMeanwhile', { when: times.dateTime(newest.startsAt), status: statusOf(newest.status) }) },
      ]);
    },
  });
  return {
    isOpen: seen !== null,
    open: () => {
      setProblems([]);
      setSeen(appointment);
    },
    close: () => setSeen(null),
    problems,
    setProblems,
    busy: change.isPending,
    send: (wanted: AppointmentChange, onRefused?: (error: Error) => void) =>
      change.mutate(wanted, {
        onError: (error) => {
          if (!isProblem(error, 'precondition_failed')) {
            setProblems(problemEntries(error, fieldOf));
          }
          onRefused?.(error);
        },
      }),
  };
}
