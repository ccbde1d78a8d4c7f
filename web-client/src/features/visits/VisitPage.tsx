import { useQuery } from '@tanstack/react-query';
import type { Appointment } from '@/shared/api';
import { appointmentQuery } from '@/shared/appointments';
import { useTranslations } from '@/shared/i18n';
import { useUser } from '@/shared/session';
import { useTimes, VisitTime } from '@/shared/time';
import { Avatar, Awaited, Card, PageHeader, useWide, VisitStatus } from '@/shared/ui';
import { DoctorActions } from './DoctorActions';
import { DoctorNotes } from './DoctorNotes';
import { PatientActions } from './PatientActions';
import { otherPerson } from './people';
import { Review } from './Review';
import { useNotesForm } from './useNotesForm';
import { VisitHistory } from './VisitHistory';
import { VisitMeeting } from './VisitMeeting';
import styles from './Visits.module.css';
import { VisitState } from './VisitState';

/** The home of a visit, for both people: who, when, how it stands, and what can be done now. */
export function VisitPage({ id }: { id: string }) {
  const visit = useQuery(appointmentQuery(id));
  return visit.data === undefined ? <Awaited query={visit} /> : <OneVisit visit={visit.data} />;
}

function OneVisit({ visit }: { visit: Appointment }) {
  const t = useTranslations('visits');
  const times = useTimes();
  const user = useUser();
  const wide = useWide();
  const notes = useNotesForm(visit);
  const other = otherPerson(visit, user);
  const doctor = user.id === visit.doctor.id;
  return (
    <>
      <div className={styles.head}>
        <Avatar person={other} size="large" />
        <PageHeader
          {...(wide ? {} : { back: { to: '/visits', label: t('back') } })}
          title={t('with', { name: other.name })}
          lead={doctor ? t(visit.mode) : visit.doctor.specialization}
        />
      </div>
      <div className={styles.columns}>
        <div>
          <Card stack>
            <VisitStatus status={visit.status} />
            <p className={styles.when}>
              <VisitTime startsAt={visit.startsAt} zone={visit.timeZone} />
            </p>
            <p className={styles.quiet}>
              {t('length', {
                start: times.time(visit.startsAt),
                end: times.time(visit.endsAt),
                zone: times.zoneName(times.ownZone, visit.startsAt),
              })}
            </p>
            <VisitState visit={visit} />
            <VisitMeeting visit={visit} other={other} />
          </Card>
          {doctor ? <DoctorActions visit={visit} notes={notes} /> : <PatientActions visit={visit} />}
          {!doctor && visit.status === 'completed' && <Review visit={visit} />}
        </div>
        <div>
          {visit.reason !== '' && (
            <Card stack>
              <h2>{t('reason')}</h2>
              <p className={styles.text}>{visit.reason}</p>
            </Card>
          )}
          {doctor && <DoctorNotes visit={visit} form={notes} />}
          {!doctor && visit.notes !== null && visit.notes !== '' && (
            <Card stack>
              <h2>{t('notes')}</h2>
              <p className={styles.text}>{visit.notes}</p>
            </Card>
          )}
          <VisitHistory visit={visit} />
        </div>
      </div>
    </>
  );
}
