import { useQuery } from '@tanstack/react-query';
import { UserX } from 'lucide-react';
import { isProblem } from '@/shared/api';
import { useTranslations } from '@/shared/i18n';
import { useParams } from '@/shared/router';
import { useSpecialties } from '@/shared/specialties';
import { useSpokenLanguages } from '@/shared/spoken';
import { useTimes } from '@/shared/time';
import { Avatar, Awaited, Card, EmptyState, PageHeader } from '@/shared/ui';
import { AccountStatus } from './AccountStatus';
import { AdminGate } from './AdminGate';
import styles from './Administration.module.css';
import { accountQuery, type DetailedAccount } from './administrationApi';
import { Decisions } from './Decisions';
import { EvidenceCard } from './EvidenceCard';
import { Facts } from './Facts';

/** One account, and what an admin can decide about it. */
export function PersonPage() {
  const t = useTranslations('administration');
  const { id = '' } = useParams();
  const account = useQuery(accountQuery(id));
  if (isProblem(account.error, 'not_found')) {
    return (
      <>
        <PageHeader title={t('goneTitle')} back={{ to: '/people', label: t('people') }} />
        <EmptyState icon={<UserX />} title={t('goneTitle')}>
          {t('gone')}
        </EmptyState>
      </>
    );
  }
  return (
    <AdminGate error={account.error}>
      {account.data === undefined ? <Awaited query={account} /> : <Account account={account.data} />}
    </AdminGate>
  );
}

function Account({ account }: { account: DetailedAccount }) {
  const t = useTranslations('administration');
  const times = useTimes();
  const { nameOf } = useSpecialties();
  const { phrase } = useSpokenLanguages();
  const { practice } = account;
  return (
    <>
      <PageHeader
        picture={<Avatar person={account} size="large" />}
        back={{ to: '/people', label: t('people') }}
        title={account.name}
        lead={<AccountStatus state={account.state} />}
      />
      <div className={styles.panes}>
        <div className={styles.stack}>
          <Card stack>
            <h2>{t('account')}</h2>
            <Facts
              facts={[
                [t('email'), account.email],
                [t('role'), t(`role_${account.role}`)],
                [t('since'), times.date(account.createdAt)],
                ...(account.rejectionReason === null
                  ? []
                  : [[t('rejectReasonGiven'), account.rejectionReason] as const]),
              ]}
            />
          </Card>
          {practice !== null && (
            <Card stack>
              <h2>{t('practice')}</h2>
              <Facts
                facts={[
                  [t('specialization'), nameOf(practice.specialization)],
                  [t('experience'), t('years', { count: practice.experience })],
                  [t('qualification'), practice.qualification],
                  [t('languages'), phrase(practice.languages)],
                  [t('phone'), practice.contactNumber ?? ''],
                  [t('timeZone'), practice.timeZone.replaceAll('_', ' ')],
                  [t('about'), practice.about],
                ]}
              />
            </Card>
          )}
          {account.credentials !== null && <EvidenceCard evidence={account.credentials} />}
        </div>
        <Decisions account={account} />
      </div>
    </>
  );
}
