import { Link, useLocation, useParams } from '@/shared/router';
import type { Appointment } from '@/shared/api';
import { useTranslations } from '@/shared/i18n';
import { useUser } from '@/shared/session';
import { AppointmentTime } from '@/shared/time';
import { Avatar, cx, AppointmentStatus } from '@/shared/ui';
import { otherPerson } from './people';
import styles from './Appointments.module.css';

/** An appointment in the list beside it: with whom, when, how, and how it stands. */
export function AppointmentCard({ appointment }: { appointment: Appointment }) {
  const t = useTranslations('appointments');
  const user = useUser();
  const { id } = useParams();
  const { search } = useLocation();
  const other = otherPerson(appointment, user);
  return (
    <Link
      className={styles.card}
      to={`/visits/${appointment.id}${search}`}
      aria-current={appointment.id === id ? 'page' : undefined}
    >
      <Avatar person={other} />
      <div className={styles.words}>
        <h2>{other.name}</h2>
        <p>
          <AppointmentTime startsAt={appointment.startsAt} zone={appointment.timeZone} />
        </p>
        <p className={cx(styles.quiet, styles.small)}>{t(appointment.mode)}</p>
        <AppointmentStatus status={appointment.status} />
      </div>
    </Link>
  );
}
