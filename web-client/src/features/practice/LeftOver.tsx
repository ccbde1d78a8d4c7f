import type { Appointment } from '@/shared/api';
import { useTranslations } from '@/shared/i18n';
import { Link } from '@/shared/router';
import { VisitTime } from '@/shared/time';
import styles from './Practice.module.css';

/** The booked visits that lie outside the schedule after a change, with the way to each. */
export function LeftOver({ visits }: { visits: readonly Appointment[] }) {
  const t = useTranslations('practice');
  return (
    <div role="status">
      {visits.length > 0 && (
        <div className={styles.leftOver}>
          <h3>{t('leftOver', { count: visits.length })}</h3>
          <ul className={styles.list}>
            {visits.map((visit) => (
              <li key={visit.id}>
                <Link to={`/visits/${visit.id}`}>
                  {visit.patient.name}, <VisitTime startsAt={visit.startsAt} zone={visit.timeZone} />
                </Link>
              </li>
            ))}
          </ul>
        </div>
      )}
    </div>
  );
}
