import type { SubmitEvent } from 'react';
import type { Appointment } from '@/shared/api';
import { useForm } from '@/shared/forms';
import { useTranslations } from '@/shared/i18n';
import { useNotices } from '@/shared/notices';
import { useUser } from '@/shared/session';
import { Button, Dialog, DialogActions, ErrorSummary, TextArea } from '@/shared/ui';
import { otherPerson } from './people';
import { useAppointmentDialog } from './useAppointmentDialog';
import styles from './Appointments.module.css';

/** Cancels the appointment, or declines to take it, after asking why in the same dialog. Only a cancellation must say why. */
export function EndAppointment({ appointment, how }: { appointment: Appointment; how: 'cancel' | 'decline' }) {
  const t = useTranslations('appointments');
  const { notify } = useNotices();
  const name = otherPerson(appointment, useUser()).name;
  const field = `${how}-reason`;
  const form = useForm(`${how} ${appointment.id}`, { reason: '' });
  const done = () => {
    form.discard();
    notify({ kind: 'done', text: t(`${how}Done`) });
  };
  const dialog = useAppointmentDialog(appointment, done, (name) =>
    name === 'reason' ? { id: field, label: t(`${how}Reason`) } : undefined,
  );

  const send = (event: SubmitEvent) => {
    event.preventDefault();
    const reason = form.values.reason.trim();
    if (how === 'cancel' && reason === '') {
      dialog.setProblems([{ field, text: t('cancelMissing') }]);
      return;
    }
    dialog.send(
      how === 'cancel' ? { action: how, body: { reason } } : { action: how, body: { reason: reason || null } },
    );
  };
  return (
    <>
      <Button look="harm-quiet" onClick={dialog.open}>
        {t(`${how}Visit`)}
      </Button>
      <Dialog open={dialog.isOpen} onClose={dialog.close} title={t(`${how}Title`)}>
        <form className={styles.form} onSubmit={send} noValidate>
          <ErrorSummary entries={dialog.problems} />
          <TextArea
            id={field}
            label={t(`${how}Reason`)}
            hint={t('cancelHint', { name })}
            required={how === 'cancel'}
            optional={how === 'decline'}
            maxLength={500}
            value={form.values.reason}
            onChange={(value) => form.set('reason', value)}
            error={dialog.problems.find((problem) => problem.field === field)?.text}
          />
          <DialogActions>
            <Button onClick={dialog.close}>{t('keep')}</Button>
            <Button type="submit" look="harm" busy={dialog.busy}>
              {t(`${how}Visit`)}
            </Button>
          </DialogActions>
        </form>
      </Dialog>
    </>
  );
}
