import { Hourglass, ShieldX } from 'lucide-react';
import { useTranslations } from '@/shared/i18n';
import { useSession } from '@/shared/session';
import styles from './Shell.module.css';

/** Tells doctors on every page that patients do not find them. */
export function ApprovalStrip() {
  const t = useTranslations('app');
  const { state } = useSession();
  const approval = state.status === 'logged-in' && state.user.role === 'doctor' ? state.user.approval : 'approved';
  if (approval === 'approved') {
    return null;
  }
  return (
    <div className={styles.strip} role="note">
      {approval === 'pending' ? <Hourglass size={16} aria-hidden /> : <ShieldX size={16} aria-hidden />}
      {t(approval === 'pending' ? 'approvalPending' : 'approvalRejected')}
    </div>
  );
}
