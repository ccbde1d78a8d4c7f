import { useEffect, useEffectEvent, useRef, useState } from 'react';
import { isProblem, type Slot } from '@/shared/api';
import { currentTime, systemClock } from '@/shared/time';
import { holdSlot, releaseHold, type Hold } from './doctorsApi';

/** For how long the server keeps a time. */
const LIFE_MS = 300_000;

/** A time that is kept for the patient, or was until now. */
interface Kept extends Hold {
  startsAt: string;
  over: boolean;
}

interface Holding {
  /** What is kept of the time that was passed in; null while nothing is. */
  kept: Kept | null;
  /** Says that the server has ended the hold, because the time is booked. */
  ended: () => void;
}

/**
 * Keeps a time for the patient while the form is open. Another time takes its place; leaving the page makes it free.
 * Whatever keeps a time from being held, the booking decides in the end.
 *
 * @param slot null when there is nothing to hold
 * @param onTaken what to do when somebody else has the time; with others that are free
 */
export function useHold(doctorId: string, slot: Slot | null, onTaken: (slot: Slot, others: Slot[]) => void): Holding {
  const [kept, setKept] = useState<Kept | null>(null);
  // How often the page has come back from the browser's cache.
  const [returns, setReturns] = useState(0);
  const held = useRef<Hold | null>(null);
  const here = useRef(true);
  const startsAt = slot?.startsAt;

  // One after the other, so that the last choice is what is kept.
  const turn = useRef<Promise<unknown>>(Promise.resolve());
  const ask = useEffectEvent(() => (slot === null ? null : holdSlot(doctorId, slot)));
  const taken = useEffectEvent((others: Slot[]) => slot !== null && onTaken(slot, others));

  useEffect(() => {
    if (startsAt === undefined) {
      return;
    }
    let wanted = true;
    const placed = turn.current.then(() => (wanted ? ask() : null));
    turn.current = placed.then(
      (hold) => {
        if (hold === null) {
          return;
        }
        if (here.current) {
          held.current = hold;
        } else {
          release(hold);
        }
        if (wanted) {
          setKept({ ...hold, startsAt, over: false });
        }
      },
      (error: unknown) => {
        if (wanted && isProblem(error, 'slot_taken')) {
          taken(error.nextFree);
        }
      },
    );
    return () => {
      wanted = false;
    };
  }, [doctorId, startsAt, returns]);

  useEffect(() => {
    here.current = true;
    const leave = () => {
      here.current = false;
      if (held.current !== null) {
        release(held.current);
        held.current = null;
      }
    };
    const comeBack = (event: PageTransitionEvent) => {
      if (event.persisted) {
        here.current = true;
        setReturns((before) => before + 1);
      }
    };
    window.addEventListener('pagehide', leave);
    window.addEventListener('pageshow', comeBack);
    return () => {
      window.removeEventListener('pagehide', leave);
      window.removeEventListener('pageshow', comeBack);
      leave();
    };
  }, []);

  useEffect(() => {
    if (kept === null || kept.over) {
      return;
    }
    const left = Date.parse(kept.expiresAt) - currentTime().getTime();
    // When the clock of this device is wrong, the server's word that it is kept now still counts.
    return systemClock.after(left > 0 && left < LIFE_MS ? left : LIFE_MS, () => setKept({ ...kept, over: true }));
  }, [kept]);

  return {
    kept: kept?.startsAt === startsAt ? kept : null,
    ended: () => {
      held.current = null;
    },
  };
}

/** Nobody waits for it: what is not released expires. */
function release(hold: Hold): void {
  releaseHold(hold.id).catch(() => undefined);
}
