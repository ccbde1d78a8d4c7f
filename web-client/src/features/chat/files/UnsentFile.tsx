import { useTranslations } from '@/shared/i18n';
import { BlobImage } from '@/shared/images';
import { isDocument, type OutgoingFile } from '../model/ports';
import { DocumentCard } from './DocumentCard';
import styles from './files.module.css';

export function UnsentFile({ file }: { file: OutgoingFile }) {
  const t = useTranslations('chat');
  return isDocument(file) ? (
    <DocumentCard name={file.name} bytes={file.blob.size} />
  ) : (
    <BlobImage blob={file.blob} alt={t('photo')} className={styles.picture} width={file.width} height={file.height} />
  );
}
