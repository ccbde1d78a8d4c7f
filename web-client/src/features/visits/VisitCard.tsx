import { Link } from '@/shared/router';
import type { Appointment } from '@/shared/api';
import { useTranslations } from '@/shared/i18n';
import { useUser } from '@/shared/session';
import { VisitTime } from '@/shared/time';
import { Avatar, cx, VisitStatus } from '@/shared/ui';
import { otherPerson } from './people';
import styles from './Visits.module.css';

/** A visit in a list: with whom, when, how, and how it stands. */
export function VisitCard({ visit }: { visit: Appointment }) {
  const t = useTranslations('visits');
  const user = useUser();
  const other = otherPerson(visit, user);
  return (
    <Link className={styles.card} to={`/visits/${visit.id}`}>
      <Avatar person={other} />
      <div className={styles.words}>
        <h2>{other.name}</h2>
        <p>
          <VisitTime startsAt={visit.startsAt} zone={visit.timeZone} />
        </p>
        <p className={cx(styles.quiet, styles.small)}>{t(visit.mode)}</p>
        <VisitStatus status={visit.status} />
      </div>
    </Link>
  );
}
