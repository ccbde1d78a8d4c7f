import { Lock } from 'lucide-react';
import { lazy, type ReactNode } from 'react';
import { ApiProblem, type Role } from '@/shared/api';
import { useTranslations } from '@/shared/i18n';
import { useSession } from '@/shared/session';
import { EmptyState, ErrorState, SkeletonList } from '@/shared/ui';

const LogIn = lazy(() => import('@/features/account/LogIn'));

/**
 * A page for signed-in people. To others it shows the log-in form at the same address, so that the way back is no way
 * at all; what was typed is kept by the forms themselves.
 */
export function Private({ only, children }: { only?: Role; children: ReactNode }) {
  const { state, check } = useSession();
  const t = useTranslations('app');
  switch (state.status) {
    case 'checking':
      return <SkeletonList />;
    case 'unreachable':
      return <ErrorState error={new ApiProblem('offline')} retry={() => void check()} />;
    case 'lost':
      return <LogIn title={t('sessionLost')} lead={t('sessionLostText')} email={state.user.email} />;
    case 'anonymous':
      return <LogIn title={t('logInFirst')} />;
    case 'signed-in':
      return only === undefined || only === state.user.role ? children : <EmptyState icon={<Lock />} title={t('wrongRole', { role: only })} />;
  }
}
