import { type RefCallback, type RefObject, useCallback, useEffect, useRef } from 'react';
import type { Conversation } from './model/conversation';

/**
 * Marks messages of the other person as read once they were on the screen of a page that is visible. The answer goes onto each of their
 * bubbles, which carry `data-seq`.
 */
export function useReadMarks(box: RefObject<HTMLElement | null>, conversation: Conversation): RefCallback<HTMLElement> {
  const onScreen = useRef(new Set<number>());
  const observer = useRef<IntersectionObserver>(null);
  const waiting = useRef(new Set<HTMLElement>());

  const tell = useCallback(() => {
    if (document.visibilityState === 'visible' && onScreen.current.size > 0) {
      conversation.seen(Math.max(...onScreen.current));
    }
  }, [conversation]);

  useEffect(() => {
    const made = new IntersectionObserver(
      (entries) => {
        for (const { target, intersectionRatio, intersectionRect, rootBounds } of entries) {
          const seq = Number((target as HTMLElement).dataset['seq']);
          // Half of it, or, of a very long one, half a screen.
          const enough = intersectionRatio >= 0.5 || intersectionRect.height >= (rootBounds?.height ?? Infinity) / 2;
          if (enough) {
            onScreen.current.add(seq);
          } else {
            onScreen.current.delete(seq);
          }
        }
        tell();
      },
      { root: box.current, threshold: [0, 0.1, 0.2, 0.3, 0.4, 0.5] },
    );
    observer.current = made;
    waiting.current.forEach((element) => made.observe(element));
    document.addEventListener('visibilitychange', tell);
    return () => {
      made.disconnect();
      observer.current = null;
      document.removeEventListener('visibilitychange', tell);
    };
  }, [box, tell]);

  return useCallback((element: HTMLElement | null) => {
    if (element === null) {
      return;
    }
    const seq = Number(element.dataset['seq']);
    const onPage = onScreen.current;
    waiting.current.add(element);
    observer.current?.observe(element);
    return () => {
      waiting.current.delete(element);
      observer.current?.unobserve(element);
      onPage.delete(seq);
    };
  }, []);
}
