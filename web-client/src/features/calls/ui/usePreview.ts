import { useEffect, useRef, useState } from 'react';
import { browserMedia } from '../browser/devices';
import { LocalMedia } from '../machine/LocalMedia';
import type { MediaKind, MediaProblem } from '../machine/ports';

export interface Preview {
  state: 'off' | 'asking' | 'on';
  audio: MediaStreamTrack | null;
  video: MediaStreamTrack | null;
  problems: Record<MediaKind, MediaProblem | null>;
  start: () => void;
  use: (kind: MediaKind, id: string) => void;
}

/** The own picture and voice before a call; let go when the check is closed. */
export function usePreview(): Preview {
  const media = useRef<LocalMedia>(null);
  const [state, setState] = useState<Preview['state']>('off');
  const [shown, setShown] = useState<Pick<Preview, 'audio' | 'video' | 'problems'>>({
    audio: null,
    video: null,
    problems: { audio: null, video: null },
  });

  useEffect(() => () => media.current?.release(), []);

  const start = () => {
    if (media.current !== null) {
      return;
    }
    const local: LocalMedia = new LocalMedia(browserMedia, {
      track: () => undefined,
      changed: () =>
        setShown({
          audio: local.track('audio'),
          video: local.track('video'),
          problems: { audio: local.problem('audio'), video: local.problem('video') },
        }),
    });
    media.current = local;
    setState('asking');
    void local.start({ audio: true, video: true }).then(() => setState('on'));
  };
  return { state, ...shown, start, use: (kind, id) => void media.current?.use(kind, id) };
}
