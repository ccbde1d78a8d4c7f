import { X } from 'lucide-react';
import { useTranslations } from '@/shared/i18n';
import { BlobImage, ImageProblem, useImageText } from '@/shared/images';
import { IconButton } from '@/shared/ui';
import { isDocument } from '../model/ports';
import { DocumentCard } from './DocumentCard';
import styles from './files.module.css';
import type { PendingFileState } from './usePendingFile';

/** What the next message will show, or why it cannot. */
export function PendingFile({ file }: { file: PendingFileState }) {
  const t = useTranslations('chat');
  const text = useImageText();
  const { ready, preparing, error, clear } = file;
  const there = ready !== null || preparing || error !== null;
  const wrong = error instanceof ImageProblem && error.fault === 'wrongType';
  return (
    <div role="status">
      {there && (
        <div className={styles.pending}>
          {ready !== null && isDocument(ready) && <DocumentCard name={ready.name} bytes={ready.blob.size} />}
          {ready !== null && !isDocument(ready) && (
            <BlobImage
              blob={ready.blob}
              alt={t('preview')}
              className={styles.preview}
              width={ready.width}
              height={ready.height}
            />
          )}
          {preparing && <span>{t('preparing')}</span>}
          {error !== null && <span className={styles.error}>{wrong ? t('wrongFile') : text(error)}</span>}
          <IconButton label={t('removeFile')} onClick={clear}>
            <X size={20} aria-hidden />
          </IconButton>
        </div>
      )}
    </div>
  );
}
