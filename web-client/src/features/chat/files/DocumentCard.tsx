import { FileText } from 'lucide-react';
import { useBytes } from '@/shared/bytes';
import { useTranslations } from '@/shared/i18n';
import styles from './files.module.css';

/** A document by its name and size. */
export function DocumentCard({ name, bytes }: { name: string; bytes: number }) {
  const t = useTranslations('chat');
  const size = useBytes();
  return (
    <span className={styles.document}>
      <FileText size={24} aria-hidden />
      <span className={styles.title}>
        <span dir="auto">{name}</span>
        <span className={styles.size}>{t('documentSize', { size: size(bytes) })}</span>
      </span>
    </span>
  );
}
