import type { Appointment } from '@/shared/api';
import { useAppointmentChange } from '@/shared/appointments';
import { useTranslations } from '@/shared/i18n';
import { useNotices } from '@/shared/notices';
import { Button, useProblemText } from '@/shared/ui';

/** Confirms a request, without a question. */
export function ConfirmAppointment({ appointment }: { appointment: Appointment }) {
  const t = useTranslations('appointments');
  const text = useProblemText();
  const { notify } = useNotices();
  const change = useAppointmentChange(appointment, {
    onChanged: () => notify({ kind: 'done', text: t('confirmDone') }),
  });
  const run = () =>
    change.mutate({ action: 'confirm' }, { onError: (error) => notify({ kind: 'problem', text: text(error) }) });
  return (
    <Button look="primary" busy={change.isPending} onClick={run}>
      {t('confirm')}
    </Button>
  );
}
