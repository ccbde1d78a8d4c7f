import { Hourglass, ShieldX } from 'lucide-react';
import { useTranslations } from '@/shared/i18n';
import styles from './Shell.module.css';

/** Tells doctors on every page that patients do not find them. */
export default function ApprovalStrip({ approval }: { approval: 'pending' | 'rejected' }) {
  const t = useTranslations('app');
  return (
    <div className={styles.strip} role="note">
      {approval === 'pending' ? <Hourglass size={16} aria-hidden /> : <ShieldX size={16} aria-hidden />}
      {t(approval === 'pending' ? 'approvalPending' : 'approvalRejected')}
    </div>
  );
}
