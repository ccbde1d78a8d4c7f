import type { Appointment } from '@/shared/api';
import { hasStarted, isOpen } from '@/shared/appointments';
import { useTranslations } from '@/shared/i18n';
import { useNow } from '@/shared/time';
import { ButtonLink } from '@/shared/ui';
import { AddToCalendar } from './AddToCalendar';
import { EndAppointment } from './EndAppointment';
import { MoveAppointment } from './MoveAppointment';
import styles from './Appointments.module.css';

/** What a patient can do with an appointment, besides meeting: from its start on, nothing. */
export function PatientActions({ appointment }: { appointment: Appointment }) {
  const t = useTranslations('appointments');
  const now = useNow();
  if (!isOpen(appointment)) {
    return (
      <ButtonLink to={`/doctors/${appointment.doctor.id}`} wide>
        {t('bookAgain')}
      </ButtonLink>
    );
  }
  if (hasStarted(appointment, now)) {
    return null;
  }
  return (
    <div className={styles.apart}>
      <AddToCalendar appointment={appointment} />
      <MoveAppointment appointment={appointment} />
      <EndAppointment appointment={appointment} how="cancel" />
    </div>
  );
}
