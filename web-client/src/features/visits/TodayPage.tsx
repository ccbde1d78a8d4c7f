import { CalendarDays, CircleCheck } from 'lucide-react';
import { type Appointment, useAllPages } from '@/shared/api';
import { useAppointments } from '@/shared/appointments';
import { useTranslations } from '@/shared/i18n';
import { useNow, useTimes } from '@/shared/time';
import { Awaited, ButtonLink, EmptyState, MoreList, PageHeader } from '@/shared/ui';
import { ConfirmVisit } from './ConfirmVisit';
import { aroundNow, dayOf } from './day';
import { EndVisit } from './EndVisit';
import { Unclosed } from './Unclosed';
import { useUnansweredVisits } from './useVisitLists';
import { PatientCard } from './VisitCard';
import styles from './Visits.module.css';

/** A doctor's start page: open requests, and the day in order. */
export default function TodayPage() {
  const t = useTranslations('visits');
  const times = useTimes();
  return (
    <>
      <PageHeader
        title={t('todayTitle')}
        lead={times.date(useNow())}
        actions={<ButtonLink to="/visits">{t('allVisits')}</ButtonLink>}
      />
      <div className={styles.columns}>
        <section aria-labelledby="requests">
          <h2 id="requests">{t('requests')}</h2>
          <Requests />
          <Unclosed card={PatientCard} />
        </section>
        <section aria-labelledby="day">
          <h2 id="day">{t('dayTitle')}</h2>
          <Day />
        </section>
      </div>
    </>
  );
}

function Requests() {
  const t = useTranslations('visits');
  const visits = useUnansweredVisits();
  return (
    <MoreList
      pages={visits}
      keyOf={(visit) => visit.id}
      empty={
        <EmptyState icon={<CircleCheck />} title={t('noRequestsTitle')}>
          {t('noRequests')}
        </EmptyState>
      }
    >
      {(visit) => (
        <div className={styles.request}>
          <PatientCard visit={visit} />
          <div className={styles.apart}>
            <ConfirmVisit visit={visit} />
            <EndVisit visit={visit} how="decline" />
          </div>
        </div>
      )}
    </MoreList>
  );
}

function Day() {
  const t = useTranslations('visits');
  const now = useNow();
  const visits = useAllPages(
    useAppointments({ status: ['scheduled', 'completed', 'no_show'], ...dayOf(now), order: 'asc', limit: 100 }),
  );
  if (visits.items === undefined || !visits.complete) {
    return <Awaited query={visits} />;
  }
  if (visits.items.length === 0) {
    return (
      <EmptyState icon={<CalendarDays />} title={t('noneTodayTitle')}>
        {t('noneToday')}
      </EmptyState>
    );
  }
  const { before, after } = aroundNow(visits.items, now);
  return (
    <ol className={styles.day}>
      {before.map(line)}
      <Now at={now} />
      {after.map(line)}
    </ol>
  );

  function line(visit: Appointment) {
    return (
      <li key={visit.id}>
        <PatientCard visit={visit} />
      </li>
    );
  }
}

function Now({ at }: { at: Date }) {
  const t = useTranslations('visits');
  const times = useTimes();
  return <li className={styles.now}>{t('now', { time: times.time(at.toISOString()) })}</li>;
}
