import { lazy } from 'react';
import type { User } from '@/shared/api';
import { useTranslations } from '@/shared/i18n';
import { useNotices } from '@/shared/notices';
import { useSession } from '@/shared/session';
import { Button, useProblemText } from '@/shared/ui';

const LogIn = lazy(() => import('@/features/account/LogIn'));

/**
 * In place of every page once the session has ended by itself: what was typed may stand on pages that others see, too.
 * The same person goes on where they were; another one leaves nothing of theirs.
 */
export function LostSession({ user }: { user: User }) {
  const t = useTranslations('app');
  const text = useProblemText();
  const { signOut } = useSession();
  const { notify } = useNotices();
  const leave = () => void signOut().catch((error: unknown) => notify({ kind: 'problem', text: text(error) }));
  return (
    <>
      <LogIn title={t('sessionLost')} lead={t('sessionLostText')} email={user.email} />
      <Button look="quiet" onClick={leave}>
        {t('sessionLostLeave')}
      </Button>
    </>
  );
}
