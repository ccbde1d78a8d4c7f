import { ShieldAlert } from 'lucide-react';
import type { ReactNode } from 'react';
import { isProblem } from '@/shared/api';
import { useTranslations } from '@/shared/i18n';
import { ButtonLink, EmptyState } from '@/shared/ui';

/** Leads admins who lack the second factor to where they turn it on; shows the page to all others. */
export function AdminGate({ error, children }: { error: unknown; children: ReactNode }) {
  const t = useTranslations('administration');
  return isProblem(error, 'second_factor_required') ? (
    <EmptyState
      icon={<ShieldAlert />}
      title={t('secondFactorTitle')}
      action={
        <ButtonLink look="primary" to="/me">
          {t('secondFactorSetUp')}
        </ButtonLink>
      }
    >
      {t('secondFactorText')}
    </EmptyState>
  ) : (
    children
  );
}
