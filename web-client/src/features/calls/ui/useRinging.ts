import { useEffect } from 'react';
import type { Phase } from '../machine/snapshot';
import { startTone } from './ring';

/** Sounds while it rings, here or at the other person. */
export function useRinging(phase: Phase | undefined): void {
  useEffect(() => {
    if (phase === 'incoming') {
      return startTone('incoming');
    }
    return phase === 'calling' ? startTone('outgoing') : undefined;
  }, [phase]);
}
