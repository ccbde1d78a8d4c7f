import type { Appointment } from '@/shared/api';
import { useAppointmentChange } from '@/shared/appointments';
import { useTranslations } from '@/shared/i18n';
import { useNotices } from '@/shared/notices';
import { Button, useProblemText } from '@/shared/ui';

/** Brings the visit one step on, without a question. */
export function StepButton({ visit, action, quiet }: { visit: Appointment; action: 'confirm' | 'complete'; quiet?: boolean }) {
  const t = useTranslations('visits');
  const text = useProblemText();
  const { notify } = useNotices();
  const change = useAppointmentChange(visit, { onChanged: () => notify({ kind: 'done', text: t(`${action}Done`) }) });
  const run = () => change.mutate({ action }, { onError: (error) => notify({ kind: 'problem', text: text(error) }) });
  return (
    <Button look={quiet === true ? 'secondary' : 'primary'} busy={change.isPending} onClick={run}>
      {t(action)}
    </Button>
  );
}
