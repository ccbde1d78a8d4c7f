import { CalendarDays, History } from 'lucide-react';
import { useSearchParams } from '@/shared/router';
import { FINAL_STATUSES, OPEN_STATUSES, useAppointments } from '@/shared/appointments';
import { useTranslations } from '@/shared/i18n';
import { useUser } from '@/shared/session';
import { ButtonLink, EmptyState, MoreList, PageHeader, Tabs } from '@/shared/ui';
import { VisitCard } from './VisitCard';

/** One's own visits: those to come, earliest first, and the others, latest first. */
export default function VisitsPage() {
  const t = useTranslations('visits');
  const [parameters, setParameters] = useSearchParams();
  const shown = parameters.get('show') === 'past' ? 'past' : 'open';
  return (
    <>
      <PageHeader title={t('title')} />
      <Tabs
        label={t('tabs')}
        selected={shown}
        onSelect={(id) => setParameters(id === 'past' ? { show: 'past' } : {}, { replace: true })}
        tabs={[
          { id: 'open', label: t('open'), content: <OpenVisits /> },
          { id: 'past', label: t('past'), content: <PastVisits /> },
        ]}
      />
    </>
  );
}

function OpenVisits() {
  const t = useTranslations('visits');
  const doctor = useUser().role === 'doctor';
  const visits = useAppointments({ status: OPEN_STATUSES, order: 'asc' });
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
