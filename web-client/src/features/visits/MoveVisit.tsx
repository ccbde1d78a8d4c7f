import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { type Appointment, isProblem, type Slot } from '@/shared/api';
import { useAppointmentChange } from '@/shared/appointments';
import { useTranslations } from '@/shared/i18n';
import { useNotices } from '@/shared/notices';
import { SlotPicker } from '@/shared/slots';
import { useTimes } from '@/shared/time';
import { Button, Dialog, DialogActions, ErrorSummary, type SummaryEntry, useProblemText } from '@/shared/ui';
import styles from './Visits.module.css';

/** Moves the visit to another free time. */
export function MoveVisit({ visit }: { visit: Appointment }) {
  const t = useTranslations('visits');
  const text = useProblemText();
  const times = useTimes();
  const { notify } = useNotices();
  const queries = useQueryClient();
  const [open, setOpen] = useState(false);
  const [slot, setSlot] = useState<Slot | null>(null);
  const [problems, setProblems] = useState<SummaryEntry[]>([]);
  const change = useAppointmentChange(visit, () => {
    setOpen(false);
    setSlot(null);
    notify({ kind: 'done', text: t('moved') });
  });

  const move = () => {
    if (slot === null) {
      setProblems([{ text: t('moveChoose') }]);
      return;
    }
    change.mutate(
      { action: 'reschedule', body: { date: slot.date, startTime: slot.startTime } },
      {
        onError: (error) => {
          setProblems([{ text: text(error) }]);
          if (isProblem(error, 'slot_taken', 'outside_schedule', 'in_the_past')) {
            setSlot(null);
            void queries.invalidateQueries({ queryKey: ['slots', visit.doctor.id] });
          }
        },
      },
    );
  };
  return (
    <>
      <Button onClick={() => setOpen(true)}>{t('move')}</Button>
      <Dialog open={open} onClose={() => setOpen(false)} title={t('moveTitle')}>
        <div className={styles.form}>
          <ErrorSummary entries={problems} />
          <SlotPicker doctorId={visit.doctor.id} doctorZone={visit.timeZone} chosen={slot?.startsAt ?? null} onChoose={setSlot} />
          {slot !== null && (
            <p className={styles.when} aria-live="polite">
              {t('moveTo', { when: times.dateTime(slot.startsAt) })}
            </p>
          )}
          <DialogActions>
            <Button onClick={() => setOpen(false)}>{t('keep')}</Button>
            <Button look="primary" busy={change.isPending} onClick={move}>
              {t('moveNow')}
            </Button>
          </DialogActions>
        </div>
      </Dialog>
    </>
  );
}
