import { useEffect } from 'react';

/** Keeps the screen of the device on. The browser lets go of it whenever the page is hidden. */
export function useWakeLock(wanted: boolean): void {
  useEffect(() => {
    const { wakeLock } = navigator as { wakeLock?: WakeLock };
    if (!wanted || wakeLock === undefined) {
      return;
    }
    let lock: WakeLockSentinel | null = null;
    let over = false;
    const hold = async () => {
      if (document.visibilityState !== 'visible' || (lock !== null && !lock.released)) {
        return;
      }
      try {
        const held = await wakeLock.request('screen');
        if (over) {
          await held.release();
        } else {
          lock = held;
        }
      } catch {
        // The system may refuse, for example when the battery is low.
      }
    };
    const shown = () => void hold();
    shown();
    document.addEventListener('visibilitychange', shown);
    return () => {
      over = true;
      document.removeEventListener('visibilitychange', shown);
      lock?.release().catch(() => undefined);
    };
  }, [wanted]);
}
