import type { ReactNode } from 'react';
import { LogIn } from '@/features/account/LogIn';
import type { Role } from '@/shared/api';
import { useTranslations } from '@/shared/i18n';
import { useSession } from '@/shared/session';
import { EmptyState, ErrorState, SkeletonList } from '@/shared/ui';
import { Lock } from 'lucide-react';
import { ApiProblem } from '@/shared/api';

/**
 * A page for signed-in people. To others it shows the log-in form at the same address, so that the way back is no way
 * at all; what was typed is kept by the forms themselves.
 */
export function Private({ role, children }: { role?: Role; children: ReactNode }) {
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
      return role === undefined || role === state.user.role ? children : <EmptyState icon={<Lock />} title={t('wrongRole', { role })} />;
  }
}
