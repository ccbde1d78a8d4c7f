import { type SubmitEvent, useState } from 'react';
import type { Appointment } from '@/shared/api';
import { useAppointmentChange } from '@/shared/appointments';
import { useForm } from '@/shared/forms';
import { useTranslations } from '@/shared/i18n';
import { useNotices } from '@/shared/notices';
import { useUser } from '@/shared/session';
import { Button, Dialog, DialogActions, ErrorSummary, type SummaryEntry, TextArea, useProblemText } from '@/shared/ui';
import { otherPerson } from './people';
import styles from './Visits.module.css';

/** Cancels the visit, after asking why in the same dialog. */
export function CancelVisit({ visit }: { visit: Appointment }) {
  const t = useTranslations('visits');
  const text = useProblemText();
  const { notify } = useNotices();
  const name = otherPerson(visit, useUser()).name;
  const [open, setOpen] = useState(false);
  const [problems, setProblems] = useState<SummaryEntry[]>([]);
  const form = useForm(`cancel ${visit.id}`, { reason: '' });
  const change = useAppointmentChange(visit, () => {
    form.forget();
    setOpen(false);
    notify({ kind: 'done', text: t('cancelled') });
  });

  const send = (event: SubmitEvent) => {
    event.preventDefault();
    const reason = form.values.reason.trim();
    if (reason === '') {
      setProblems([{ field: 'cancel-reason', text: t('cancelMissing') }]);
      return;
    }
    change.mutate(
      { action: 'cancel', body: { reason } },
      {
        onError: (error) => setProblems([{ text: text(error) }]),
      },
    );
  };
  return (
    <>
      <Button look="harm-quiet" onClick={() => setOpen(true)}>
        {t('cancelVisit')}
      </Button>
      <Dialog open={open} onClose={() => setOpen(false)} title={t('cancelTitle')}>
        <form className={styles.form} onSubmit={send} noValidate>
          <ErrorSummary entries={problems} />
          <TextArea
            id="cancel-reason"
            label={t('cancelReason')}
            hint={t('cancelHint', { name })}
            required
            maxLength={500}
            value={form.values.reason}
            onChange={(value) => form.set('reason', value)}
            error={problems.find(({ field }) => field === 'cancel-reason')?.text}
          />
          <DialogActions>
            <Button onClick={() => setOpen(false)}>{t('keep')}</Button>
            <Button type="submit" look="harm" busy={change.isPending}>
              {t('cancelVisit')}
            </Button>
          </DialogActions>
        </form>
      </Dialog>
    </>
  );
}
