import { useSyncExternalStore } from 'react';

/** Whether a media query matches, now and whenever that changes. */
export function useMediaQuery(query: string): boolean {
  return useSyncExternalStore(
    (changed) => {
      const list = window.matchMedia(query);
      list.addEventListener('change', changed);
      return () => list.removeEventListener('change', changed);
    },
    () => window.matchMedia(query).matches,
  );
}

/** From where on a list and what is chosen of it stand side by side, as in the style sheets. */
export function useWide(): boolean {
  return useMediaQuery('(min-width: 900px)');
}
