import { CalendarDays, History } from 'lucide-react';
import { useParams, useSearchParams } from '@/shared/router';
import { FINAL_STATUSES, useAppointments } from '@/shared/appointments';
import { useTranslations } from '@/shared/i18n';
import { useUser } from '@/shared/session';
import { ButtonLink, EmptyState, MoreList, PageHeader, Tabs, useWide } from '@/shared/ui';
import { Unclosed } from './Unclosed';
import { useComingVisits } from './useVisitLists';
import { VisitCard } from './VisitCard';
import { VisitPage } from './VisitPage';
import styles from './Visits.module.css';

/** All visits and the open one: side by side on wide screens, one after the other on phones. */
export default function VisitsPage() {
  const t = useTranslations('visits');
  const wide = useWide();
  const { id } = useParams();
  return (
    <div className={styles.page}>
      {(wide || id === undefined) && (
        <section className={styles.list} aria-label={t('title')}>
          <VisitList openId={id ?? null} />
        </section>
      )}
      {id !== undefined ? (
        <div className={styles.detail}>
          <VisitPage key={id} id={id} />
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

/** One's own visits: those to come, earliest first, and the others, latest first. */
function VisitList({ openId }: { openId: string | null }) {
  const t = useTranslations('visits');
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
          { id: 'open', label: t('open'), content: <OpenVisits /> },
          {
            id: 'past',
            label: t('past'),
            content: (
              <>
                <Unclosed />
                <PastVisits />
              </>
            ),
          },
        ]}
      />
    </>
  );
}

function OpenVisits() {
  const t = useTranslations('visits');
  const doctor = useUser().role === 'doctor';
  const visits = useComingVisits();
  return (
    <MoreList
      pages={visits}
      keyOf={(visit) => visit.id}
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
      {(visit) => <VisitCard visit={visit} />}
    </MoreList>
  );
}

function PastVisits() {
  const t = useTranslations('visits');
  const visits = useAppointments({ status: FINAL_STATUSES, order: 'desc' });
  return (
    <MoreList
      pages={visits}
      keyOf={(visit) => visit.id}
      empty={
        <EmptyState icon={<History />} title={t('nonePastTitle')}>
          {t('nonePast')}
        </EmptyState>
      }
    >
      {(visit) => <VisitCard visit={visit} />}
    </MoreList>
  );
}
