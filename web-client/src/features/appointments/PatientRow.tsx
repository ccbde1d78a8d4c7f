import type { ReactNode } from 'react';
import type { Appointment } from '@/shared/api';
import { NewPatient } from '@/shared/appointments';
import { useTranslations } from '@/shared/i18n';
import { Link } from '@/shared/router';
import { AppointmentTime, useTimes } from '@/shared/time';
import { AppointmentStatus, Avatar, cx } from '@/shared/ui';
import styles from './Row.module.css';

/**
 * An appointment in one line, as doctors work through them: the name leads to the record of the patient, the rest to the
 * appointment. `day`: all lines are of the same day, so that the time is enough.
 */
export function PatientRow({
  appointment,
  day = false,
  children,
}: {
  appointment: Appointment;
  day?: boolean;
  /** What can be done about it. */
  children?: ReactNode;
}) {
  const t = useTranslations('appointments');
  const times = useTimes();
  const { id, patient, reason, mode, startsAt, status } = appointment;
  return (
    <div className={styles.line}>
      <div className={cx(styles.row, !day && styles.dated)}>
        <Link className={styles.time} to={`/visits/${id}`}>
          {day ? (
            <time dateTime={startsAt}>{times.time(startsAt)}</time>
          ) : (
            <AppointmentTime startsAt={startsAt} zone={appointment.timeZone} />
          )}
        </Link>
        <Avatar person={patient} size="small" />
        <div className={styles.who}>
          <h3>
            <Link to={`/patients/${patient.id}`}>{patient.name}</Link>
          </h3>
          <p dir="auto">{reason === '' ? t(mode) : reason}</p>
        </div>
        {/* Pending ones stand among the requests. */}
        {status === 'pending' ? <NewPatient appointment={appointment} /> : <AppointmentStatus status={status} />}
      </div>
      {children}
    </div>
  );
}
