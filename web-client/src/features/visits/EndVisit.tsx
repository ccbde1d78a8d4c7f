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

/** Cancels the visit, or declines to take it, after asking why in the same dialog. Only a cancellation must say why. */
export function EndVisit({ visit, how }: { visit: Appointment; how: 'cancel' | 'decline' }) {
  const t = useTranslations('visits');
  const text = useProblemText();
  const { notify } = useNotices();
  const name = otherPerson(visit, useUser()).name;
  const field = `${how}-reason`;
  const [open, setOpen] = useState(false);
  const [problems, setProblems] = useState<SummaryEntry[]>([]);
  const form = useForm(`${how} ${visit.id}`, { reason: '' });
  const change = useAppointmentChange(visit, () => {
    form.forget();
    setOpen(false);
    notify({ kind: 'done', text: t(`${how}Done`) });
  });

  const send = (event: SubmitEvent) => {
    event.preventDefault();
    const reason = form.values.reason.trim();
    if (how === 'cancel' && reason === '') {
      setProblems([{ field, text: t('cancelMissing') }]);
      return;
    }
    change.mutate(
      how === 'cancel' ? { action: how, body: { reason } } : { action: how, body: { reason: reason || null } },
      { onError: (error) => setProblems([{ text: text(error) }]) },
    );
  };
  return (
    <>
      <Button look="harm-quiet" onClick={() => setOpen(true)}>
        {t(`${how}Visit`)}
      </Button>
      <Dialog open={open} onClose={() => setOpen(false)} title={t(`${how}Title`)}>
        <form className={styles.form} onSubmit={send} noValidate>
          <ErrorSummary entries={problems} />
          <TextArea
            id={field}
            label={t(`${how}Reason`)}
            hint={t('cancelHint', { name })}
            required={how === 'cancel'}
            maxLength={500}
            value={form.values.reason}
            onChange={(value) => form.set('reason', value)}
            error={problems.find((problem) => problem.field === field)?.text}
          />
          <DialogActions>
            <Button onClick={() => setOpen(false)}>{t('keep')}</Button>
            <Button type="submit" look="harm" busy={change.isPending}>
              {t(`${how}Visit`)}
            </Button>
          </DialogActions>
        </form>
      </Dialog>
    </>
  );
}
