import { useQuery } from '@tanstack/react-query';
import { useParams } from '@/shared/router';
import { appointmentQuery } from '@/shared/appointments';
import { useTranslations } from '@/shared/i18n';
import { VisitTime } from '@/shared/time';
import { Awaited, ButtonLink, Card, PageHeader, VisitStatus } from '@/shared/ui';
import { AddToCalendar } from './AddToCalendar';
import styles from './Visits.module.css';

/** Right after the booking: what was booked, and what happens next. */
export default function BookedPage() {
  const t = useTranslations('visits');
  const { id = '' } = useParams();
  const booked = useQuery(appointmentQuery(id));
  const visit = booked.data;
  if (visit === undefined) {
    return <Awaited query={booked} />;
  }
  const { name } = visit.doctor;
  const confirmed = visit.status === 'scheduled';
  return (
    <div className={styles.narrow}>
      <PageHeader title={t(confirmed ? 'bookedConfirmed' : 'booked')} lead={name} />
      <Card stack>
        <VisitStatus status={visit.status} />
        <p className={styles.when}>
          <VisitTime startsAt={visit.startsAt} zone={visit.timeZone} />
        </p>
        <p className={styles.quiet}>{t(visit.mode)}</p>
      </Card>
      <Card stack>
        <h2>{t('next')}</h2>
        <ol className={styles.steps}>
          <li>{confirmed ? t('nextConfirmed') : t('nextConfirm', { name })}</li>
          <li>{t(visit.mode === 'video' ? 'nextJoin' : 'nextChat')}</li>
          <li>{t('nextChange')}</li>
        </ol>
      </Card>
      <div className={styles.apart}>
        <ButtonLink look="primary" to={`/visits/${visit.id}`}>
          {t('toVisit')}
        </ButtonLink>
        <AddToCalendar visit={visit} name={name} />
        <ButtonLink to={`/messages/${visit.doctor.id}`}>{t('messageFirst', { name })}</ButtonLink>
      </div>
    </div>
  );
}
