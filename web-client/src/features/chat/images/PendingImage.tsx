import { X } from 'lucide-react';
import { useTranslations } from '@/shared/i18n';
import { BlobImage, useImageText } from '@/shared/images';
import { IconButton } from '@/shared/ui';
import styles from './images.module.css';
import type { PendingImageState } from './usePendingImage';

/** What the next message will show, or why it cannot. */
export function PendingImage({ image }: { image: PendingImageState }) {
  const t = useTranslations('chat');
  const text = useImageText();
  const { ready, preparing, error, clear } = image;
  const there = ready !== null || preparing || error !== null;
  return (
    <div role="status">
      {there && (
        <div className={styles.pending}>
          {ready !== null && (
            <BlobImage
              blob={ready.blob}
              alt={t('preview')}
              className={styles.preview}
              width={ready.width}
              height={ready.height}
            />
          )}
          {preparing && <span>{t('preparing')}</span>}
          {error !== null && <span className={styles.error}>{text(error)}</span>}
          <IconButton label={t('removePhoto')} onClick={clear}>
            <X size={20} aria-hidden />
          </IconButton>
        </div>
      )}
    </div>
  );
}
