import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { type Appointment, isProblem, type Slot } from '@/shared/api';
import { useAppointmentChange } from '@/shared/appointments';
import { useTranslations } from '@/shared/i18n';
import { useNotices } from '@/shared/notices';
import { useInZone } from '@/shared/time';
import { Button, Dialog, DialogActions, ErrorSummary, type SummaryEntry, useProblemEntries } from '@/shared/ui';
import styles from '../Practice.module.css';

/** Asks before an appointment is moved, because its patient is told. */
export function MoveQuestion({
  appointment,
  slot,
  onAnswer,
}: {
  appointment: Appointment;
  slot: Slot;
  onAnswer: () => void;
}) {
  const t = useTranslations('practice');
  const inZone = useInZone();
  const { notify } = useNotices();
  const queries = useQueryClient();
  const problemEntries = useProblemEntries();
  const [problems, setProblems] = useState<SummaryEntry[]>([]);
  const { name } = appointment.patient;
  const [before, after] = [appointment, slot].map(({ startsAt }) => inZone(startsAt, appointment.timeZone));
  const change = useAppointmentChange(appointment, {
    onChanged: () => {
      onAnswer();
      notify({ kind: 'done', text: t('calMoved', { name, when: after ?? '' }) });
    },
  });
  const move = () =>
    change.mutate(
      { action: 'reschedule', body: { date: slot.date, startTime: slot.startTime } },
      {
        onError: (error) => {
          void queries.invalidateQueries({ queryKey: ['appointments'] });
          void queries.invalidateQueries({ queryKey: ['slots', appointment.doctor.id] });
          setProblems(
            isProblem(error, 'precondition_failed')
              ? [{ text: t('calChanged', { name }) }]
              : problemEntries(error, () => undefined),
          );
        },
      },
    );
  return (
    <Dialog open onClose={onAnswer} title={t('calMoveTitle', { name })}>
      <div className={styles.form}>
        <ErrorSummary entries={problems} />
        <p>{t('calMoveText', { name, before: before ?? '', after: after ?? '' })}</p>
        <DialogActions>
          <Button onClick={onAnswer}>{t('calMoveNot')}</Button>
          <Button look="primary" busy={change.isPending} onClick={move}>
            {t('calMoveNow')}
          </Button>
        </DialogActions>
      </div>
    </Dialog>
  );
}
