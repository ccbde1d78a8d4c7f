import { lazyPage } from '@/shared/lazy';
import type { User } from '@/shared/api';
import { useTranslations } from '@/shared/i18n';
import { useNotices } from '@/shared/notices';
import { useSession } from '@/shared/session';
import { Button, useProblemText } from '@/shared/ui';

const LogIn = lazyPage('account', () => import('@/features/account/LogIn'));

/**
 * Replaces every page once the session has ended by itself, because pages may show what was typed. The same person
 * can continue where they were; somebody else finds nothing of theirs.
 */
export default function LostSession({ user }: { user: User }) {
  const t = useTranslations('app');
  const text = useProblemText();
  const { logOut } = useSession();
  const { notify } = useNotices();
  const leave = () => void logOut().catch((error: unknown) => notify({ kind: 'problem', text: text(error) }));
  return (
    <LogIn title={t('sessionLost')} lead={t('sessionLostText')} email={user.email}>
      <Button look="quiet" onClick={leave}>
        {t('sessionLostLeave')}
      </Button>
    </LogIn>
  );
}
