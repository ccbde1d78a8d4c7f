import { useState } from 'react';
import type { Appointment } from '@/shared/api';
import { useAppointmentChange } from '@/shared/appointments';
import { useTranslations } from '@/shared/i18n';
import { useNotices } from '@/shared/notices';
import { Button, Dialog, DialogActions, ErrorSummary, type SummaryEntry, useProblemText } from '@/shared/ui';

/** Says that the patient did not come, after a question, because it is for good. */
export function MarkMissed({ visit }: { visit: Appointment }) {
  const t = useTranslations('visits');
  const text = useProblemText();
  const { notify } = useNotices();
  const [open, setOpen] = useState(false);
  const [problems, setProblems] = useState<SummaryEntry[]>([]);
  const change = useAppointmentChange(visit, () => {
    setOpen(false);
    notify({ kind: 'done', text: t('no-showDone') });
  });
  const run = () => change.mutate({ action: 'no-show' }, { onError: (error) => setProblems([{ text: text(error) }]) });
  return (
    <>
      <Button onClick={() => setOpen(true)}>{t('no-show')}</Button>
      <Dialog open={open} onClose={() => setOpen(false)} title={t('no-showTitle')}>
        <ErrorSummary entries={problems} />
        <p>{t('no-showText', { name: visit.patient.name })}</p>
        <DialogActions>
          <Button onClick={() => setOpen(false)}>{t('keep')}</Button>
          <Button look="harm" busy={change.isPending} onClick={run}>
            {t('no-showNow')}
          </Button>
        </DialogActions>
      </Dialog>
    </>
  );
}
