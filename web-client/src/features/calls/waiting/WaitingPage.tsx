import { useQuery } from '@tanstack/react-query';
import { Clock } from 'lucide-react';
import { useEffect, useEffectEvent } from 'react';
import type { Appointment } from '@/shared/api';
import { appointmentQuery, callOpensAt, useLateness } from '@/shared/appointments';
import { useVideoCall } from '@/shared/call';
import { useTranslations } from '@/shared/i18n';
import { useParams } from '@/shared/router';
import { useUser } from '@/shared/session';
import { AppointmentTime, useNow } from '@/shared/time';
import { Awaited, Button, ButtonLink, Card, PageHeader } from '@/shared/ui';
import { ConnectionCheck } from '../check/ConnectionCheck';
import { MediaCheck } from '../ui/MediaCheck';
import styles from './Waiting.module.css';
import { useWaitingRoom, type Waiting } from './useWaitingRoom';

/** Where a patient waits until the doctor lets them in. */
export default function WaitingPage() {
  const { id = '' } = useParams();
  const query = useQuery(appointmentQuery(id));
  return query.data === undefined ? <Awaited query={query} /> : <Room key={id} appointment={query.data} />;
}

function Room({ appointment }: { appointment: Appointment }) {
  const t = useTranslations('calls');
  const user = useUser();
  const { busy } = useVideoCall();
  const { waiting, enter } = useWaitingRoom(appointment.id);
  const { name } = appointment.doctor;
  const minutes = useLateness(appointment.doctor.id, true);
  const open = appointment.status === 'scheduled';
  const early = useNow(5_000) < callOpensAt(appointment);
  const enterAtLast = useEffectEvent(() => {
    if (waiting.state === 'refused' && waiting.code === 'too_early') {
      enter();
    }
  });
  useEffect(() => {
    if (!early) {
      enterAtLast();
    }
  }, [early]);
  return (
    <div className={styles.room}>
      <PageHeader
        back={{ to: `/visits/${appointment.id}`, label: t('waitingBack') }}
        title={t('waitingTitle')}
        lead={name}
      />
      <Card stack>
        <p className={styles.when}>
          <AppointmentTime startsAt={appointment.startsAt} zone={appointment.timeZone} />
        </p>
        <div role="status">
          <p className={styles.state}>{busy ? t('waitingInCall', { name }) : words(waiting)}</p>
          {open && minutes > 0 && (
            <p className={styles.late}>
              <Clock size={20} aria-hidden />
              {t('waitingLate', { name, minutes })}
            </p>
          )}
        </div>
        {open && !busy && !early && (waiting.state === 'ended' || waiting.state === 'refused') && (
          <Button look="primary" onClick={enter}>
            {t('waitingAgain')}
          </Button>
        )}
      </Card>
      {!busy && (
        <Card stack>
          <h2>{t('waitingCheck')}</h2>
          <MediaCheck person={user} video={appointment.mode === 'video'} lead={t('preLead')} />
          <ConnectionCheck />
        </Card>
      )}
      <Card stack>
        <h2>{t('waitingNext')}</h2>
        <ol className={styles.steps}>
          <li>{t('waitingNextAdmit', { name })}</li>
          <li>{t('waitingNextCall')}</li>
          <li>{t('waitingNextLeave')}</li>
        </ol>
      </Card>
      <ButtonLink to={`/visits/${appointment.id}`}>{t('waitingLeave')}</ButtonLink>
    </div>
  );

  function words(now: Waiting): string {
    if (!open) {
      return t('waitingOver');
    }
    switch (now.state) {
      case 'joining':
        return t('waitingJoining');
      case 'waiting':
        return t('waitingHere', { name });
      case 'ended':
        return t('waitingEnded');
      case 'refused':
        return t(
          now.code === 'too_early' ? 'waitingEarly' : now.code === 'limit_reached' ? 'waitingMany' : 'waitingClosed',
        );
    }
  }
}
