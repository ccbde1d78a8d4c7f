import { UserPlus } from 'lucide-react';
import type { Appointment } from '@/shared/api';
import { useTranslations } from '@/shared/i18n';
import { Status } from '@/shared/ui';

/** Tells the doctor that a request comes from somebody who never had a confirmed visit with them; nothing otherwise. */
export function NewPatient({ appointment }: { appointment: Appointment }) {
  const t = useTranslations('appointments');
  return appointment.newPatient === true && appointment.status === 'pending' ? (
    <Status tone="accent" icon={UserPlus}>
      {t('newPatient')}
    </Status>
  ) : null;
}
