import { CalendarPlus } from 'lucide-react';
import { useMutation } from '@tanstack/react-query';
import { type Appointment, download } from '@/shared/api';
import { saveFile } from '@/shared/browser';
import { useTranslations } from '@/shared/i18n';
import { useNotices } from '@/shared/notices';
import { Button, useProblemText } from '@/shared/ui';

/** Hands the appointment to the device's calendar. */
export function AddToCalendar({ appointment }: { appointment: Appointment }) {
  const t = useTranslations('appointments');
  const text = useProblemText();
  const { notify } = useNotices();
  const take = useMutation({
    mutationFn: () => download(`/api/appointments/${appointment.id}/calendar.ics`),
    onSuccess: (file) => saveFile(file, 'visit.ics'),
    onError: (error) => notify({ kind: 'problem', text: text(error) }),
  });
  return (
    <Button icon={<CalendarPlus size={20} aria-hidden />} busy={take.isPending} onClick={() => take.mutate()}>
      {t('addToCalendar')}
    </Button>
  );
}
