import { useRef } from 'react';
import type { Appointment } from '@/shared/api';
import { useTranslations } from '@/shared/i18n';
import { useNotices } from '@/shared/notices';
import { Button, Dialog, DialogActions, ErrorSummary } from '@/shared/ui';
import type { NotesForm } from './useNotesForm';
import { useAppointmentDialog } from './useAppointmentDialog';

/**
 * Completes the appointment, after a question: this cannot be undone, and the patient can then read the notes and write a
 * review.
 */
export function CompleteAppointment({
  appointment,
  notes,
  saving = false,
  quiet,
}: {
  appointment: Appointment;
  notes: NotesForm;
  /** While the notes are on their way, they are waited for. */
  saving?: boolean;
  quiet?: boolean;
}) {
  const t = useTranslations('appointments');
  const { notify } = useNotices();
  const sent = useRef(notes.values);
  const dialog = useAppointmentDialog(appointment, (completed) => {
    notes.commit(sent.current, { notes: completed.notes ?? '' }, completed.version);
    notify({ kind: 'done', text: t('completeDone') });
  });
  const typed = notes.values.notes.trim() !== (appointment.notes ?? '');
  const complete = () => {
    if (notes.conflicts.length > 0) {
      dialog.setProblems([{ text: t('completeNewerNotes') }]);
    } else {
      sent.current = notes.values;
      dialog.send({ action: 'complete', notes: notes.values.notes });
    }
  };
  return (
    <>
      <Button look={quiet === true ? 'secondary' : 'primary'} onClick={dialog.open}>
        {t('complete')}
      </Button>
      <Dialog open={dialog.isOpen} onClose={dialog.close} title={t('completeTitle')}>
        <ErrorSummary entries={dialog.problems} />
        <p>{t('completeText', { name: appointment.patient.name })}</p>
        {typed && <p>{t('completeNotes')}</p>}
        <DialogActions>
          <Button onClick={dialog.close}>{t('completeNotYet')}</Button>
          <Button look="primary" busy={dialog.busy || saving} onClick={complete}>
            {t('completeNow')}
          </Button>
        </DialogActions>
      </Dialog>
    </>
  );
}
