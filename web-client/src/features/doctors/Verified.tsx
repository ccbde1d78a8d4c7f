import { BadgeCheck } from 'lucide-react';
import { useTranslations } from '@/shared/i18n';
import styles from './Doctors.module.css';

/** Says that whoever runs the server has approved the doctor. */
export function Verified() {
  const t = useTranslations('doctors');
  return (
    <p className={styles.verified}>
      <BadgeCheck size={16} aria-hidden />
      {t('verified')}
    </p>
  );
}
