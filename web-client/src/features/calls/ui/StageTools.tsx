import { PictureInPicture2, SwitchCamera } from 'lucide-react';
import { type RefObject, useEffect, useState } from 'react';
import { useTranslations } from '@/shared/i18n';
import { IconButton } from '@/shared/ui';
import type { CallMachine } from '../machine/CallMachine';
import { type CallSnapshot, showsPicture } from '../machine/snapshot';
import styles from './Call.module.css';
import { useCanFlip } from './useCanFlip';

interface Props {
  call: CallSnapshot;
  machine: CallMachine;
  /** The other person's picture. */
  picture: RefObject<HTMLVideoElement | null>;
}

/** What is done with the pictures themselves, in a corner over them. */
export function StageTools({ call, machine, picture }: Props) {
  const t = useTranslations('calls');
  const { own, other } = call;
  const canFlip = useCanFlip(own.camera && own.videoTrack !== null);
  const [isOut, setOut] = useState(false);
  useEffect(() => {
    const changed = () => setOut(document.pictureInPictureElement !== null);
    document.addEventListener('enterpictureinpicture', changed);
    document.addEventListener('leavepictureinpicture', changed);
    return () => {
      document.removeEventListener('enterpictureinpicture', changed);
      document.removeEventListener('leavepictureinpicture', changed);
    };
  }, []);
  const { pictureInPictureEnabled: canPopOut = false } = document as { pictureInPictureEnabled?: boolean };
  const popOut = () =>
    void (isOut ? document.exitPictureInPicture() : picture.current?.requestPictureInPicture())?.catch(() => undefined);
  return (
    <div className={styles.tools}>
      {canFlip && (
        <IconButton label={t('flipCamera')} onClick={() => machine.media?.flipCamera()}>
          <SwitchCamera size={20} aria-hidden />
        </IconButton>
      )}
      {canPopOut && showsPicture(other) && (
        <IconButton label={t(isOut ? 'popIn' : 'popOut')} onClick={popOut}>
          <PictureInPicture2 size={20} aria-hidden />
        </IconButton>
      )}
    </div>
  );
}
