import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { type Appointment, isProblem, type Slot } from '@/shared/api';
import { useTranslations } from '@/shared/i18n';
import { useNotices } from '@/shared/notices';
import { SlotPicker } from '@/shared/slots';
import { AppointmentTime } from '@/shared/time';
import { Button, Dialog, DialogActions, ErrorSummary } from '@/shared/ui';
import { useAppointmentDialog } from './useAppointmentDialog';
import styles from './Appointments.module.css';

/** Moves the appointment to another free time. */
export function MoveAppointment({ appointment }: { appointment: Appointment }) {
  const t = useTranslations('appointments');
  const { notify } = useNotices();
  const queries = useQueryClient();
  const [slot, setSlot] = useState<Slot | null>(null);
  const dialog = useAppointmentDialog(appointment, () => {
    setSlot(null);
    notify({ kind: 'done', text: t('moved') });
  });

  const move = () => {
    if (slot === null) {
      dialog.setProblems([{ text: t('moveChoose') }]);
      return;
    }
    dialog.send({ action: 'reschedule', body: { date: slot.date, startTime: slot.startTime } }, (error) => {
      if (isProblem(error, 'slot_taken', 'outside_schedule', 'in_the_past')) {
        setSlot(null);
        void queries.invalidateQueries({ queryKey: ['slots', appointment.doctor.id] });
      }
    });
  };
  return (
    <>
      <Button onClick={dialog.open}>{t('move')}</Button>
      <Dialog open={dialog.isOpen} onClose={dialog.close} title={t('moveTitle')}>
        <div className={styles.form}>
          <ErrorSummary entries={dialog.problems} />
          <SlotPicker
            doctorId={appointment.doctor.id}
            doctorZone={appointment.timeZone}
            chosen={slot?.startsAt ?? null}
            onChoose={(chosen) => {
              setSlot(chosen);
              // What was said of another time is not true of this one.
              dialog.setProblems([]);
            }}
          />
          {slot !== null && (
            <div aria-live="polite">
              <p className={styles.quiet}>{t('moveTo')}</p>
              <p className={styles.when}>
                <AppointmentTime startsAt={slot.startsAt} zone={appointment.timeZone} />
              </p>
            </div>
          )}
          <DialogActions>
            <Button onClick={dialog.close}>{t('keep')}</Button>
            <Button look="primary" busy={dialog.busy} onClick={move}>
              {t('moveNow')}
            </Button>
          </DialogActions>
        </div>
      </Dialog>
    </>
  );
}
