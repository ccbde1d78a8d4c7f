import { CalendarDays } from 'lucide-react';
import { useAppointments } from '@/shared/appointments';
import { useTranslations } from '@/shared/i18n';
import { Link } from '@/shared/router';
import { VisitTime } from '@/shared/time';
import { EmptyState, MoreList, VisitStatus } from '@/shared/ui';
import styles from './Practice.module.css';

/** Every visit with a patient, latest first. */
export function PatientVisits({ patientId }: { patientId: string }) {
  const t = useTranslations('practice');
  const visits = useAppointments({ with: patientId, order: 'desc' });
  return (
    <section className={styles.stack} aria-labelledby="visits">
      <h2 id="visits">{t('visits')}</h2>
      <MoreList
        pages={visits}
        keyOf={(visit) => visit.id}
        empty={<EmptyState icon={<CalendarDays />} title={t('noVisits')} />}
      >
        {(visit) => (
          <Link className={styles.visit} to={`/visits/${visit.id}`}>
            <VisitTime startsAt={visit.startsAt} zone={visit.timeZone} />
            <span className={styles.quiet}>{visit.reason === '' ? t(visit.mode) : visit.reason}</span>
            <VisitStatus status={visit.status} />
          </Link>
        )}
      </MoreList>
    </section>
  );
}
