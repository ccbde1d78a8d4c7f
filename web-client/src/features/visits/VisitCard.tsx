import { Link, useLocation, useParams } from '@/shared/router';
import type { Appointment } from '@/shared/api';
import { useTranslations } from '@/shared/i18n';
import { useUser } from '@/shared/session';
import { VisitTime } from '@/shared/time';
import { Avatar, cx, VisitStatus } from '@/shared/ui';
import { otherPerson } from './people';
import styles from './Visits.module.css';

/** A visit in the list beside it: with whom, when, how, and how it stands. */
export function VisitCard({ visit }: { visit: Appointment }) {
  const t = useTranslations('visits');
  const user = useUser();
  const { id } = useParams();
  const { search } = useLocation();
  const other = otherPerson(visit, user);
  return (
    <Link
      className={styles.card}
      to={`/visits/${visit.id}${search}`}
      aria-current={visit.id === id ? 'page' : undefined}
    >
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

/** A visit as doctors see it during the day: the name leads to the record of the patient, the rest to the visit. */
export function PatientCard({ visit }: { visit: Appointment }) {
  const t = useTranslations('visits');
  const { patient } = visit;
  return (
    <div className={cx(styles.card, styles.split)}>
      <Avatar person={patient} />
      <div className={styles.words}>
        <h2>
          <Link to={`/patients/${patient.id}`}>{patient.name}</Link>
        </h2>
        <p>
          <Link className={styles.toVisit} to={`/visits/${visit.id}`}>
            <VisitTime startsAt={visit.startsAt} zone={visit.timeZone} />
          </Link>
        </p>
        <p className={cx(styles.quiet, styles.small)}>{t(visit.mode)}</p>
        {visit.reason !== '' && (
          <p className={cx(styles.text, styles.small)} dir="auto">
            {visit.reason}
          </p>
        )}
        <VisitStatus status={visit.status} />
      </div>
    </div>
  );
}
