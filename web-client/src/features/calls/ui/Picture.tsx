import { type RefObject, useEffect, useRef } from 'react';
import { cx } from '@/shared/ui';
import styles from './Call.module.css';

/** The moving picture of a track. It keeps its last frame when the track ends. */
export function Picture({
  track,
  mirrored = false,
  label,
  ref,
}: {
  track: MediaStreamTrack | null;
  mirrored?: boolean;
  label: string;
  ref?: RefObject<HTMLVideoElement | null>;
}) {
  const own = useRef<HTMLVideoElement>(null);
  const video = ref ?? own;
  useEffect(() => {
    const element = video.current;
    if (element === null || track === null) {
      return;
    }
    element.srcObject = new MediaStream([track]);
    // A picture that may not start by itself starts with the next track or tap; the sound has its own way.
    element.play().catch(() => undefined);
  }, [track, video]);
  return (
    <video
      ref={video}
      className={cx(styles.picture, mirrored && styles.mirrored)}
      muted
      playsInline
      autoPlay
      aria-label={label}
    />
  );
}
