import { ImageOff, X } from 'lucide-react';
import { useState } from 'react';
import { Dialog, Modal, ModalOverlay } from 'react-aria-components';
import { useTranslations } from '@/shared/i18n';
import { AriaLanguage, Button, cx, IconButton } from '@/shared/ui';
import type { Message } from '../model/ports';
import styles from './files.module.css';

type Picture = NonNullable<Message['image']>;

/** A picture of the conversation; pressing it shows it large. */
export function ChatImage({ image, alt }: { image: Picture; alt: string }) {
  const [open, setOpen] = useState(false);
  const { missing, attempt, source } = useLoading(image);
  if (missing !== null) {
    return <Missing {...missing} />;
  }
  return (
    <>
      <button type="button" className={styles.frame} style={reserved(image)} onClick={() => setOpen(true)}>
        <img key={attempt} {...source} alt={alt} className={styles.framed} loading="lazy" decoding="async" />
      </button>
      <FullSize image={image} alt={alt} open={open} onClose={() => setOpen(false)} />
    </>
  );
}

const MOST_HIGH_PX = 320;

/** The space that the picture takes, before it has come: the chat opens at its newest message and stays there. */
function reserved({ width, height }: Pick<Picture, 'width' | 'height'>) {
  // Pixels, because a share of a bubble that is as wide as what is in it is nothing before the picture has come.
  const shown = Math.min(width, Math.round((MOST_HIGH_PX * width) / height));
  return { width: `${shown}px`, aspectRatio: `${width} / ${height}` };
}

/** What shows the picture, or what there is to say when it does not come. */
function useLoading(image: Picture) {
  const [attempt, setAttempt] = useState(0);
  const [missing, setMissing] = useState<'failed' | 'gone' | null>(null);
  const retry = () => {
    setMissing(null);
    setAttempt(attempt + 1);
  };
  const onError = () => void isGone(image).then((gone) => setMissing(gone ? 'gone' : 'failed'));
  return {
    missing: missing === null ? null : { gone: missing === 'gone', retry },
    attempt,
    source: { src: image.url, width: image.width, height: image.height, onError },
  };
}

/** The element does not say why it failed. A redirect to where the picture lies is not followed: it says enough. */
async function isGone(image: Picture): Promise<boolean> {
  try {
    return (await fetch(image.url, { redirect: 'manual' })).status === 404;
  } catch {
    return false;
  }
}

function Missing({ gone, retry }: { gone: boolean; retry: () => void }) {
  const t = useTranslations('chat');
  return (
    <span className={styles.broken}>
      <ImageOff size={20} aria-hidden />
      <span className={styles.reason}>{t(gone ? 'photoGone' : 'photoFailed')}</span>
      {!gone && <Button onClick={retry}>{t('retry')}</Button>}
    </span>
  );
}

function FullSize({ image, alt, open, onClose }: { image: Picture; alt: string; open: boolean; onClose: () => void }) {
  const t = useTranslations('chat');
  const [zoomed, setZoomed] = useState(false);
  return (
    <AriaLanguage>
      <ModalOverlay
        className={styles.veil ?? ''}
        isOpen={open}
        isDismissable
        onOpenChange={(isOpen) => !isOpen && onClose()}
      >
        <Modal className={styles.modal ?? ''}>
          <Dialog className={styles.full ?? ''} aria-label={alt}>
            <div className={styles.bar}>
              <span className={styles.caption}>{alt}</span>
              <Button look="quiet" aria-pressed={zoomed} onClick={() => setZoomed(!zoomed)}>
                {t(zoomed ? 'zoomOut' : 'zoomIn')}
              </Button>
              <IconButton label={t('closePhoto')} onClick={onClose}>
                <X size={22} aria-hidden />
              </IconButton>
            </div>
            {/* A box that scrolls must be reachable by keyboard. */}
            {/* eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex */}
            <div className={styles.stage} tabIndex={zoomed ? 0 : undefined}>
              <Large image={image} alt={alt} zoomed={zoomed} />
            </div>
          </Dialog>
        </Modal>
      </ModalOverlay>
    </AriaLanguage>
  );
}

/** Where pictures lie elsewhere it is fetched anew, and may not come although the small one did. */
function Large({ image, alt, zoomed }: { image: Picture; alt: string; zoomed: boolean }) {
  const { missing, attempt, source } = useLoading(image);
  return missing === null ? (
    <img key={attempt} {...source} alt={alt} className={cx(styles.large, zoomed && styles.zoomed)} />
  ) : (
    <Missing {...missing} />
  );
}
