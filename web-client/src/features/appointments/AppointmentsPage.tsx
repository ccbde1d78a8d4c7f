import { CalendarDays, History } from 'lucide-react';
import { useParams, useSearchParams } from '@/shared/router';
import { FINAL_STATUSES, useAppointments } from '@/shared/appointments';
import { useTranslations } from '@/shared/i18n';
import { useUser } from '@/shared/session';
import { ButtonLink, EmptyState, MoreList, PageHeader, Tabs, useWide } from '@/shared/ui';
import { Unclosed } from './Unclosed';
import { useComingAppointments } from './useAppointmentLists';
import { AppointmentCard } from './AppointmentCard';
import { AppointmentPage } from './AppointmentPage';
import styles from './Appointments.module.css';

/** All appointments and the open one: side by side on wide screens, one after the other on phones. */
export default function AppointmentsPage() {
  const t = useTranslations('appointments');
  const wide = useWide();
  const { id } = useParams();
  return (
    <div className={styles.page}>
      {(wide || id === undefined) && (
        <section className={styles.list} aria-label={t('title')} data-no-print={id !== undefined || undefined}>
          <AppointmentList openId={id ?? null} />
        </section>
      )}
      {id !== undefined ? (
        <div className={styles.detail}>
          <AppointmentPage key={id} id={id} />
        </div>
      ) : (
        wide && (
          <div className={styles.none}>
            <EmptyState icon={<CalendarDays />} title={t('chooseTitle')}>
              {t('choose')}
            </EmptyState>
          </div>
        )
      )}
    </div>
  );
}

/** One's own appointments: those to come, earliest first, and the others, latest first. */
function AppointmentList({ openId }: { openId: string | null }) {
  const t = useTranslations('appointments');
  const [parameters, setParameters] = useSearchParams();
  const shown = parameters.get('show') === 'past' ? 'past' : 'open';
  return (
    <>
      {openId === null ? <PageHeader title={t('title')} /> : <h2 className={styles.heading}>{t('title')}</h2>}
      <Tabs
        label={t('tabs')}
        selected={shown}
        onSelect={(id) => setParameters(id === 'past' ? { show: 'past' } : {}, { replace: true })}
        tabs={[
          { id: 'open', label: t('open'), content: <OpenAppointments /> },
          {
            id: 'past',
            label: t('past'),
            content: (
              <>
                <Unclosed />
                <PastAppointments />
              </>
            ),
          },
        ]}
      />
    </>
  );
}

function OpenAppointments() {
  const t = useTranslations('appointments');
  const doctor = useUser().role === 'doctor';
  const appointments = useComingAppointments();
  return (
    <MoreList
      pages={appointments}
      keyOf={(appointment) => appointment.id}
      empty={
        <EmptyState
          icon={<CalendarDays />}
          title={t('noneOpenTitle')}
          action={
            !doctor && (
              <ButtonLink look="primary" to="/doctors">
                {t('findDoctor')}
              </ButtonLink>
            )
          }
        >
          {t(doctor ? 'noneOpenDoctor' : 'noneOpen')}
        </EmptyState>
      }
    >
      {(appointment) => <AppointmentCard appointment={appointment} />}
    </MoreList>
  );
}

function PastAppointments() {
  const t = useTranslations('appointments');
  const appointments = useAppointments({ status: FINAL_STATUSES, order: 'desc' });
  return (
    <MoreList
      pages={appointments}
      keyOf={(appointment) => appointment.id}
      empty={
        <EmptyState icon={<History />} title={t('nonePastTitle')}>
          {t('nonePast')}
        </EmptyState>
      }
    >
      {(appointment) => <AppointmentCard appointment={appointment} />}
    </MoreList>
  );
}
