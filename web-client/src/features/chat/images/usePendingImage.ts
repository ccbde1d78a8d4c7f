import { useRef, useState } from 'react';
import { useConfig } from '@/shared/config';
import { type PreparedImage, prepareImage } from '@/shared/images';

export interface PendingImageState {
  /** Whether this server takes pictures. */
  allowed: boolean;
  ready: PreparedImage | null;
  preparing: boolean;
  error: unknown;
  choose: (files: ArrayLike<File> | null) => void;
  clear: () => void;
  /** Takes up a picture that was called off, unless there is a newer one. */
  restore: (image: PreparedImage) => void;
}

/** The picture that goes with the next message. */
export function usePendingImage(): PendingImageState {
  const config = useConfig();
  const allowed = config?.features.images === true;
  const latest = useRef(0);
  const [state, setState] = useState<Pick<PendingImageState, 'ready' | 'preparing' | 'error'>>(NONE);

  const choose = (files: ArrayLike<File> | null) => {
    const file = files?.[0];
    if (!allowed || file === undefined) {
      return;
    }
    const turn = (latest.current += 1);
    const settle = (next: typeof state) => {
      if (turn === latest.current) {
        setState(next);
      }
    };
    setState({ ...NONE, preparing: true });
    prepareImage(file, 'chat', config.limits.imageBytes).then(
      (ready) => settle({ ...NONE, ready }),
      (error: unknown) => settle({ ...NONE, error }),
    );
  };
  const clear = () => {
    latest.current += 1;
    setState(NONE);
  };
  const restore = (ready: PreparedImage) => {
    if (state.ready === null && !state.preparing) {
      latest.current += 1;
      setState({ ...NONE, ready });
    }
  };
  return { ...state, allowed, choose, clear, restore };
}

const NONE = { ready: null, preparing: false, error: null };
