import type { Appointment } from '@/shared/api';
import { useTranslations } from '@/shared/i18n';
import { plusDays } from '@/shared/time';
import { BookForPatient } from './BookForPatient';

/** Books another visit, at first for the same time of day two weeks later, without leaving the page. */
export default function FollowUp({ appointment }: { appointment: Appointment }) {
  const t = useTranslations('practice');
  const { date, startTime, mode } = appointment;
  return (
    <BookForPatient
      patient={appointment.patient}
      followUp={{ label: t('followUp'), date: plusDays(date, 14), startTime, mode }}
    />
  );
}
