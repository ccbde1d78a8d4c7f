import type { Appointment } from '@/shared/api';
import { isOver } from '@/shared/appointments';
import { useTranslations } from '@/shared/i18n';
import { useUser } from '@/shared/session';
import { useNow } from '@/shared/time';
import { otherPerson } from './people';
import styles from './Appointments.module.css';

/** What the state of the appointment means for the person who looks at it. */
export function AppointmentState({ appointment }: { appointment: Appointment }) {
  const t = useTranslations('appointments');
  const over = isOver(appointment, useNow());
  const user = useUser();
  const name = otherPerson(appointment, user).name;
  const doctor = user.id === appointment.doctor.id;
  return <p className={styles.quiet}>{words()}</p>;

  function words() {
    switch (appointment.status) {
      case 'pending':
        return over
          ? t(doctor ? 'nowPendingOverDoctor' : 'nowPendingOver', { name })
          : t(doctor ? 'nowPendingDoctor' : 'nowPending', { name });
      case 'scheduled':
        return over ? t(doctor ? 'nowOverDoctor' : 'nowOver') : t('nowScheduled');
      case 'completed':
        return t('nowCompleted');
      case 'declined':
        return t('nowDeclined', { name });
      case 'cancelled':
        return t('nowCancelled');
      case 'no_show':
        return t('nowMissed');
    }
  }
}
