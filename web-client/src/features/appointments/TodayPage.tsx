import { CalendarDays, CircleCheck } from 'lucide-react';
import { type Appointment, useAllPages } from '@/shared/api';
import { useAppointments } from '@/shared/appointments';
import { useTranslations } from '@/shared/i18n';
import { useNow, useTimes } from '@/shared/time';
import { Awaited, ButtonLink, EmptyState, MoreList, PageHeader } from '@/shared/ui';
import { ConfirmAppointment } from './ConfirmAppointment';
import { aroundNow, dayOf } from './day';
import { FirstRun } from './FirstRun';
import { EndAppointment } from './EndAppointment';
import { InWaitingRoom } from './InWaitingRoom';
import { NextUp } from './NextUp';
import { SayRunningLate } from './RunningLate';
import { Unclosed } from './Unclosed';
import { useUnansweredAppointments } from './useAppointmentLists';
import { PatientRow } from './PatientRow';
import styles from './Appointments.module.css';

/** A doctor's start page: what comes next, the day in order, and open requests. */
export default function TodayPage() {
  const t = useTranslations('appointments');
  const times = useTimes();
  return (
    <>
      <PageHeader
        title={t('todayTitle')}
        lead={times.date(useNow())}
        actions={<ButtonLink to="/visits">{t('allVisits')}</ButtonLink>}
      />
      <div className={styles.parts}>
        <FirstRun />
        <div className={styles.columns}>
          <section aria-labelledby="day">
            <h2 id="day">{t('dayTitle')}</h2>
            <Day />
          </section>
          <section aria-labelledby="requests">
            <h2 id="requests">{t('requests')}</h2>
            <Requests />
            <Unclosed rows />
          </section>
        </div>
        <FirstRun bookable />
      </div>
    </>
  );
}

function Requests() {
  const t = useTranslations('appointments');
  const appointments = useUnansweredAppointments();
  return (
    <MoreList
      pages={appointments}
      keyOf={(appointment) => appointment.id}
      rows
      empty={
        <EmptyState icon={<CircleCheck />} title={t('noRequestsTitle')}>
          {t('noRequests')}
        </EmptyState>
      }
    >
      {(appointment) => (
        <PatientRow appointment={appointment}>
          <div className={styles.apart}>
            <ConfirmAppointment appointment={appointment} undoable />
            <EndAppointment appointment={appointment} how="decline" />
          </div>
        </PatientRow>
      )}
    </MoreList>
  );
}

function Day() {
  const t = useTranslations('appointments');
  const now = useNow();
  const appointments = useAllPages(
    useAppointments({ status: ['scheduled', 'completed', 'no_show'], ...dayOf(now), order: 'asc', limit: 100 }),
  );
  if (appointments.items === undefined || !appointments.complete) {
    return <Awaited query={appointments} />;
  }
  if (appointments.items.length === 0) {
    return (
      <EmptyState icon={<CalendarDays />} title={t('noneTodayTitle')}>
        {t('noneToday')}
      </EmptyState>
    );
  }
  const { before, after } = aroundNow(appointments.items, now);
  const next = after.find(({ status }) => status === 'scheduled');
  return (
    <>
      {next !== undefined && (
        <section aria-labelledby="next-up">
          <NextUp appointment={next} />
        </section>
      )}
      {after.length > 0 && <SayRunningLate />}
      <ol className={styles.lines}>
        {before.map(line)}
        <Now at={now} />
        {after.map(line)}
      </ol>
    </>
  );

  function line(appointment: Appointment) {
    return (
      <li key={appointment.id}>
        <PatientRow appointment={appointment} day>
          {appointment !== next && <InWaitingRoom appointment={appointment} />}
        </PatientRow>
      </li>
    );
  }
}

function Now({ at }: { at: Date }) {
  const t = useTranslations('appointments');
  const times = useTimes();
  return <li className={styles.now}>{t('now', { time: times.time(at.toISOString()) })}</li>;
}
