import { Lock } from 'lucide-react';
import type { ReactNode } from 'react';
import { lazyPage } from '@/shared/lazy';
import { ApiProblem, type Role } from '@/shared/api';
import { useTranslations } from '@/shared/i18n';
import { useSession } from '@/shared/session';
import { ButtonLink, EmptyState, ErrorState, SkeletonList } from '@/shared/ui';

const LogIn = lazyPage('account', () => import('@/features/account/LogIn'));

/**
 * A page for logged-in people. To others it shows the log-in form at the same address, so that no redirect back is
 * needed; the forms themselves keep what was typed.
 */
export function Private({ only, children }: { only?: Role; children: ReactNode }) {
  const { state, check } = useSession();
  const t = useTranslations('app');
  switch (state.status) {
    case 'checking':
    case 'lost':
      return <SkeletonList />;
    case 'unreachable':
      return <ErrorState error={new ApiProblem('offline')} retry={() => void check()} />;
    case 'anonymous':
      return <LogIn title={t('logInFirst')} {...(state.loggedOut === true && { lead: t('loggedOut') })} />;
    case 'logged-in':
      return only === undefined || only === state.user.role ? (
        children
      ) : (
        <EmptyState
          icon={<Lock />}
          title={t('wrongRole', { role: only })}
          action={<ButtonLink to="/">{t('toStart')}</ButtonLink>}
        />
      );
  }
}
