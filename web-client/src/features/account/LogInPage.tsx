import { cameFrom, Navigate, useLocation } from '@/shared/router';
import { useTranslations } from '@/shared/i18n';
import { useSession } from '@/shared/session';
import LogIn from './LogIn';

export default function LogInPage() {
  const t = useTranslations('account');
  const { state } = useLocation();
  const { user } = useSession();
  if (user !== null) {
    return <Navigate to={cameFrom(state)} replace />;
  }
  return <LogIn title={t('logInTitle')} />;
}
