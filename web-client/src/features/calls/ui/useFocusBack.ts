import { useLayoutEffect } from 'react';

/**
 * Gives the focus back to what had it before a call came. The dialogs of a call follow each other, so that each of them
 * knows only the one before it, which is gone. What was left behind on another page is replaced by the page that shows.
 */
export function useFocusBack(there: boolean): void {
  useLayoutEffect(() => {
    if (!there) {
      return;
    }
    const before = document.activeElement;
    return () => {
      requestAnimationFrame(() => {
        if (document.activeElement === document.body) {
          const back =
            before instanceof HTMLElement && before !== document.body && before.isConnected
              ? before
              : document.getElementById('main');
          back?.focus();
        }
      });
    };
  }, [there]);
}
