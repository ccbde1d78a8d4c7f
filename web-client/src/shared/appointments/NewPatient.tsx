import { UserPlus } from 'lucide-react';
import type { Appointment } from '../api';
import { useTranslations } from '../i18n';
import { Status } from '../ui';

/** Whether somebody asks for it who never had a confirmed visit with the doctor; only doctors are told. */
export function isOfNewPatient({ newPatient, status }: Appointment): boolean {
  return newPatient === true && status === 'pending';
}

/** Tells the doctor that a request comes from a new patient; nothing otherwise. */
export function NewPatient({ appointment }: { appointment: Appointment }) {
  const t = useTranslations('appointmentStatus');
  return isOfNewPatient(appointment) ? (
    <Status tone="accent" icon={UserPlus}>
      {t('newPatient')}
    </Status>
  ) : null;
}
