import { useRef, useState } from 'react';
import { useConfig } from '@/shared/config';
import type { OutgoingFile } from '../model/ports';
import { prepareFile } from './prepareFile';

export interface PendingFileState {
  /** Whether this server takes files. */
  allowed: boolean;
  ready: OutgoingFile | null;
  preparing: boolean;
  error: unknown;
  choose: (files: ArrayLike<File> | null) => void;
  clear: () => void;
  /** Takes up a file that was called off, unless there is a newer one. */
  restore: (file: OutgoingFile) => void;
}

/** The file that goes with the next message. */
export function usePendingFile(): PendingFileState {
  const config = useConfig();
  const allowed = config?.features.images === true;
  const latest = useRef(0);
  const [state, setState] = useState<Pick<PendingFileState, 'ready' | 'preparing' | 'error'>>(NONE);

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
    prepareFile(file, config.limits.imageBytes).then(
      (ready) => settle({ ...NONE, ready }),
      (error: unknown) => settle({ ...NONE, error }),
    );
  };
  const clear = () => {
    latest.current += 1;
    setState(NONE);
  };
  const restore = (ready: OutgoingFile) => {
    if (state.ready === null && !state.preparing) {
      latest.current += 1;
      setState({ ...NONE, ready });
    }
  };
  return { ...state, allowed, choose, clear, restore };
}

const NONE = { ready: null, preparing: false, error: null };
