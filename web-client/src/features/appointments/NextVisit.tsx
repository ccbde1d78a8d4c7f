import { DoorOpen, MessageSquare, SlidersHorizontal } from 'lucide-react';
import type { Appointment } from '@/shared/api';
import { callOpensAt } from '@/shared/appointments';
import { useTranslations } from '@/shared/i18n';
import { AppointmentTime, useNow, useTimes } from '@/shared/time';
import { Avatar, ButtonLink, Card } from '@/shared/ui';
import { minutesUntil } from './day';
import { DoctorIsLate } from './RunningLate';
import styles from './Appointments.module.css';

const HOUR_MINUTES = 60;
const DAY_MINUTES = 24 * HOUR_MINUTES;

/** The appointment that a patient has next: with whom, in how long, and the way in. */
export function NextVisit({ appointment }: { appointment: Appointment }) {
  const t = useTranslations('appointments');
  const times = useTimes();
  const now = useNow(5_000);
  const { id, doctor, mode, startsAt, timeZone } = appointment;
  const opens = callOpensAt(appointment);
  return (
    <Card stack className={styles.nextVisit}>
      <div className={styles.next}>
        <Avatar person={doctor} />
        <div className={styles.words}>
          <p className={styles.nextTime}>{countdown(minutesUntil(appointment, now))}</p>
          <h2 id="next-visit">{t('with', { name: doctor.name })}</h2>
          <p>
            <AppointmentTime startsAt={startsAt} zone={timeZone} />
          </p>
          <p className={styles.quiet}>{t(mode)}</p>
        </div>
      </div>
      <DoctorIsLate appointment={appointment} />
      {mode === 'video' && now < opens && (
        <p className={styles.quiet}>{t('waitingOpens', { time: times.time(opens) })}</p>
      )}
      <div className={styles.apart}>
        {mode === 'chat' ? (
          <ButtonLink look="primary" to={`/messages/${doctor.id}`} icon={<MessageSquare size={20} aria-hidden />}>
            {t('write')}
          </ButtonLink>
        ) : now < opens ? (
          <ButtonLink to="/check" icon={<SlidersHorizontal size={20} aria-hidden />}>
            {t('prepare')}
          </ButtonLink>
        ) : (
          <ButtonLink look="primary" to={`/visits/${id}/waiting`} icon={<DoorOpen size={20} aria-hidden />}>
            {t('enterWaiting')}
          </ButtonLink>
        )}
        <ButtonLink to={`/visits/${id}`}>{t('toVisit')}</ButtonLink>
      </div>
    </Card>
  );

  function countdown(minutes: number): string {
    if (minutes <= 0) {
      return t('nextSince', { time: times.time(startsAt) });
    }
    if (minutes < HOUR_MINUTES) {
      return t('nextIn', { minutes });
    }
    return minutes < DAY_MINUTES
      ? t('nextInHours', { hours: Math.round(minutes / HOUR_MINUTES) })
      : t('nextInDays', { days: Math.round(minutes / DAY_MINUTES) });
  }
}
