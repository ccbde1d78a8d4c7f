import { CalendarDays } from 'lucide-react';
import { useAppointments } from '@/shared/appointments';
import { useTranslations } from '@/shared/i18n';
import { Link } from '@/shared/router';
import { AppointmentTime } from '@/shared/time';
import { EmptyState, MoreList, AppointmentStatus } from '@/shared/ui';
import styles from './Practice.module.css';

/** Every appointment with a patient, latest first. */
export function PatientAppointments({ patientId }: { patientId: string }) {
  const t = useTranslations('practice');
  const appointments = useAppointments({ with: patientId, order: 'desc' });
  return (
    <section className={styles.stack} aria-labelledby="visits">
      <h2 id="visits">{t('visits')}</h2>
      <MoreList
        pages={appointments}
        keyOf={(appointment) => appointment.id}
        empty={<EmptyState icon={<CalendarDays />} title={t('noVisits')} />}
      >
        {(appointment) => (
          <Link className={styles.appointment} to={`/visits/${appointment.id}`}>
            <AppointmentTime startsAt={appointment.startsAt} zone={appointment.timeZone} />
            <span className={styles.quiet}>{appointment.reason === '' ? t(appointment.mode) : appointment.reason}</span>
            <AppointmentStatus status={appointment.status} />
          </Link>
        )}
      </MoreList>
    </section>
  );
}
