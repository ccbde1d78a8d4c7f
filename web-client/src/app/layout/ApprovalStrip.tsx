import { Hourglass, ShieldX } from 'lucide-react';
import { useEffect } from 'react';
import type { User } from '@/shared/api';
import { useTranslations } from '@/shared/i18n';
import { Link } from '@/shared/router';
import { useSession } from '@/shared/session';
import styles from './Shell.module.css';

const ASK_AGAIN_MS = 30_000;

/** Tells a doctor on every page that patients do not find them, until an admin decides otherwise. */
export default function ApprovalStrip({ doctor }: { doctor: User & { role: 'doctor' } }) {
  const t = useTranslations('app');
  const { check } = useSession();
  useEffect(() => {
    const timer = setInterval(() => void check(), ASK_AGAIN_MS);
    return () => clearInterval(timer);
  }, [check]);
  const pending = doctor.approval === 'pending';
  return (
    <div className={styles.strip} role="note">
      {pending ? <Hourglass size={16} aria-hidden /> : <ShieldX size={16} aria-hidden />}
      <span>{t(pending ? 'approvalPending' : 'approvalRejected')}</span>
      {doctor.rejectionReason !== null && <span>{t('approvalReason', { reason: doctor.rejectionReason })}</span>}
      <Link to="/me/profile">{t('approvalShow')}</Link>
    </div>
  );
}
