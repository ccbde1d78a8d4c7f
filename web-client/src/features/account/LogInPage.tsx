import { Navigate, useNavigate } from '@/shared/router';
import { useTranslations } from '@/shared/i18n';
import { useSession } from '@/shared/session';
import LogIn from './LogIn';

export default function LogInPage() {
  const t = useTranslations('account');
  const navigate = useNavigate();
  const { user } = useSession();
  if (user !== null) {
    return <Navigate to="/" replace />;
  }
  return <LogIn title={t('logInTitle')} then={() => navigate('/', { replace: true })} />;
}
