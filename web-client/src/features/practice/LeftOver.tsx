import type { Appointment } from '@/shared/api';
import { useTranslations } from '@/shared/i18n';
import { Link } from '@/shared/router';
import { AppointmentTime } from '@/shared/time';
import styles from './Practice.module.css';

/** The booked appointments that lie outside the schedule after a change, with the way to each. */
export function LeftOver({ appointments }: { appointments: readonly Appointment[] }) {
  const t = useTranslations('practice');
  return (
    <div role="status">
      {appointments.length > 0 && (
        <div className={styles.leftOver}>
          <h3>{t('leftOver', { count: appointments.length })}</h3>
          <ul className={styles.list}>
            {appointments.map((appointment) => (
              <li key={appointment.id}>
                <Link to={`/visits/${appointment.id}`}>
                  {appointment.patient.name},{' '}
                  <AppointmentTime startsAt={appointment.startsAt} zone={appointment.timeZone} />
                </Link>
              </li>
            ))}
          </ul>
        </div>
      )}
    </div>
  );
}
