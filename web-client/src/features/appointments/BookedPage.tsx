import { useQuery } from '@tanstack/react-query';
import { useParams } from '@/shared/router';
import { appointmentQuery, usualConfirmationQuery } from '@/shared/appointments';
import { useTranslations } from '@/shared/i18n';
import { AppointmentTime } from '@/shared/time';
import { Avatar, Awaited, ButtonLink, Card, PageHeader, AppointmentStatus } from '@/shared/ui';
import { AddToCalendar } from './AddToCalendar';
import styles from './Appointments.module.css';
import { roughly } from './roughly';
import { RemindHere } from './RemindHere';

/** Right after the booking: what was booked, and what happens next. */
export default function BookedPage() {
  const t = useTranslations('appointments');
  const { id = '' } = useParams();
  const booked = useQuery(appointmentQuery(id));
  const appointment = booked.data;
  if (appointment === undefined) {
    return <Awaited query={booked} />;
  }
  const { name } = appointment.doctor;
  const confirmed = appointment.status === 'scheduled';
  return (
    <>
      <PageHeader
        picture={<Avatar person={appointment.doctor} size="large" />}
        title={t(confirmed ? 'bookedConfirmed' : 'booked')}
        lead={name}
      />
      <div className={styles.columns}>
        <div>
          <Card stack>
            <AppointmentStatus status={appointment.status} />
            <p className={styles.when}>
              <AppointmentTime startsAt={appointment.startsAt} zone={appointment.timeZone} />
            </p>
            <p className={styles.quiet}>{t(appointment.mode)}</p>
            <div className={styles.apart}>
              <ButtonLink look="primary" to={`/visits/${appointment.id}`}>
                {t('toVisit')}
              </ButtonLink>
              <AddToCalendar appointment={appointment} />
            </div>
          </Card>
          <RemindHere />
        </div>
        <div>
          <Card stack>
            <h2>{t('next')}</h2>
            <ol className={styles.steps}>
              <li>
                {confirmed ? t('nextConfirmed') : t('nextConfirm', { name })}
                {!confirmed && <Usually id={id} name={name} />}
              </li>
              <li>{t(appointment.mode === 'video' ? 'nextJoin' : 'nextChat')}</li>
              <li>{t('nextChange')}</li>
            </ol>
            <div className={styles.apart}>
              <ButtonLink to="/notices/settings">{t('remind')}</ButtonLink>
              <ButtonLink to={`/messages/${appointment.doctor.id}`}>{t('messageFirst', { name })}</ButtonLink>
            </div>
          </Card>
        </div>
      </div>
    </>
  );
}

/** How soon the doctor usually answers, where that is known. */
function Usually({ id, name }: { id: string; name: string }) {
  const t = useTranslations('appointments');
  const minutes = useQuery(usualConfirmationQuery(id)).data;
  return minutes == null ? null : <p>{t('usually', { name, ...roughly(minutes) })}</p>;
}
