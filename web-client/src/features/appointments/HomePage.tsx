import { CalendarDays, MessageSquare } from 'lucide-react';
import type { Appointment } from '@/shared/api';
import { useAppointments } from '@/shared/appointments';
import { useTranslations } from '@/shared/i18n';
import { useMessages } from '@/shared/messages';
import { useUser } from '@/shared/session';
import { Awaited, ButtonLink, EmptyState, PageHeader } from '@/shared/ui';
import { AppointmentCard } from './AppointmentCard';
import styles from './Appointments.module.css';
import { NextVisit } from './NextVisit';
import { useComingAppointments } from './useAppointmentLists';

/** How many past appointments are shown; the list has the others. */
const PAST = 3;

/** A patient's start page: the appointment that comes next, requests, later appointments, messages, and what was written down before. */
export default function HomePage() {
  const t = useTranslations('appointments');
  const app = useTranslations('app');
  const { unread } = useMessages();
  return (
    <>
      <PageHeader
        title={t('homeTitle')}
        lead={useUser().name}
        actions={
          <ButtonLink look="primary" to="/doctors">
            {t('findDoctor')}
          </ButtonLink>
        }
      />
      {unread > 0 && (
        <p className={styles.unread}>
          <ButtonLink to="/messages" icon={<MessageSquare size={20} aria-hidden />}>
            {app('unread', { count: unread })}
          </ButtonLink>
        </p>
      )}
      <div className={styles.columns}>
        <Coming />
        <section aria-labelledby="past">
          <h2 id="past">{t('pastVisits')}</h2>
          <Past />
        </section>
      </div>
    </>
  );
}

function Coming() {
  const t = useTranslations('appointments');
  const coming = useComingAppointments();
  const { items } = coming;
  if (items === undefined) {
    return <Awaited query={coming} />;
  }
  if (items.length === 0) {
    return (
      <EmptyState icon={<CalendarDays />} title={t('noneOpenTitle')}>
        {t('noneOpen')}
      </EmptyState>
    );
  }
  const next = items.find(({ status }) => status === 'scheduled');
  const requests = items.filter(({ status }) => status === 'pending');
  const later = items.filter((appointment) => appointment.status === 'scheduled' && appointment !== next);
  return (
    <div>
      {next !== undefined && (
        <section aria-labelledby="next-visit">
          <NextVisit appointment={next} />
        </section>
      )}
      {requests.length > 0 && (
        <section className={styles.part} aria-labelledby="asked">
          <h2 id="asked">{t('askedFor')}</h2>
          <Cards items={requests} />
        </section>
      )}
      {later.length > 0 && (
        <section className={styles.part} aria-labelledby="later">
          <h2 id="later">{t('laterVisits')}</h2>
          <Cards items={later} />
        </section>
      )}
    </div>
  );
}

/** So few appointments are open at once that they need no pages. */
function Cards({ items }: { items: Appointment[] }) {
  return (
    <ul className={styles.day}>
      {items.map((appointment) => (
        <li key={appointment.id}>
          <AppointmentCard appointment={appointment} />
        </li>
      ))}
    </ul>
  );
}

function Past() {
  const t = useTranslations('appointments');
  const past = useAppointments({ status: ['completed'], order: 'desc', limit: PAST });
  if (past.items === undefined) {
    return <Awaited query={past} />;
  }
  return (
    <>
      {past.items.length === 0 ? (
        <p className={styles.quiet}>{t('nonePastNotes')}</p>
      ) : (
        <ul className={styles.day}>
          {past.items.slice(0, PAST).map((appointment) => (
            <li key={appointment.id} className={styles.request}>
              <AppointmentCard appointment={appointment} />
              {appointment.notes !== null && appointment.notes !== '' && (
                <div>
                  <p className={styles.quiet}>{t('notes')}</p>
                  <p className={styles.lastNote} dir="auto">
                    {appointment.notes}
                  </p>
                </div>
              )}
            </li>
          ))}
        </ul>
      )}
      <ButtonLink to="/visits?show=past">{t('allVisits')}</ButtonLink>
    </>
  );
}
