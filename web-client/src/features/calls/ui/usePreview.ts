import { useEffect, useRef, useState } from 'react';
import { browserMedia } from '../browser/devices';
import { LocalMedia } from '../machine/LocalMedia';
import type { MediaKind } from '../machine/ports';
import type { OwnMedia } from '../machine/snapshot';

export interface Preview {
  state: 'off' | 'asking' | 'on';
  own: OwnMedia | null;
  start: () => void;
  use: (kind: MediaKind, id: string) => void;
}

/** The person's own camera (where the call is to have video) and microphone before a call; released with the dialog. */
export function usePreview(video: boolean): Preview {
  const media = useRef<LocalMedia>(null);
  const [state, setState] = useState<Preview['state']>('off');
  const [own, setOwn] = useState<OwnMedia | null>(null);

  useEffect(() => () => media.current?.release(), []);

  const newMedia = () => {
    const local: LocalMedia = new LocalMedia(browserMedia, {
      track: () => undefined,
      changed: () => setOwn(local.state()),
    });
    return local;
  };
  /** Asks for what is not there yet. */
  const start = () => {
    if (state === 'asking') {
      return;
    }
    media.current ??= newMedia();
    setState('asking');
    void media.current.start({ audio: true, video }).then(() => setState('on'));
  };
  return { state, own, start, use: (kind, id) => void media.current?.use(kind, id) };
}
