import type { Appointment } from '@/shared/api';
import { useTranslations } from '@/shared/i18n';
import { useNotices } from '@/shared/notices';
import { Button, Dialog, DialogActions, ErrorSummary } from '@/shared/ui';
import { useAppointmentDialog } from './useAppointmentDialog';

/** Marks the patient as a no-show, after a question, because this cannot be undone. */
export function MarkMissed({ appointment }: { appointment: Appointment }) {
  const t = useTranslations('appointments');
  const { notify } = useNotices();
  const dialog = useAppointmentDialog(appointment, () => notify({ kind: 'done', text: t('no-showDone') }));
  return (
    <>
      <Button onClick={dialog.open}>{t('no-show')}</Button>
      <Dialog open={dialog.isOpen} onClose={dialog.close} title={t('no-showTitle')}>
        <ErrorSummary entries={dialog.problems} />
        <p>{t('no-showText', { name: appointment.patient.name })}</p>
        <DialogActions>
          <Button onClick={dialog.close}>{t('keep')}</Button>
          <Button look="harm" busy={dialog.busy} onClick={() => dialog.send({ action: 'no-show' })}>
            {t('no-showNow')}
          </Button>
        </DialogActions>
      </Dialog>
    </>
  );
}
