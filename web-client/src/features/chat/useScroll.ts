import { type RefObject, useEffect, useLayoutEffect, useRef, useState } from 'react';
import type { Line } from './events/events';

const NEAR_PX = 60;
const OLDER_PX = 300;

/** How the box was left. */
interface Last {
  /** The newest message. */
  end: string;
  /** The first line in view. */
  anchor: { line: HTMLElement; top: number } | null;
  top: number;
  atEnd: boolean;
  ready: boolean;
}

interface Scroll {
  onScroll: () => void;
  /** Messages of the other person that came while the reader was further up. */
  newBelow: number;
  toEnd: () => void;
}

/**
 * Keeps what is being read where it is, whatever comes above it: older pages, or events that load late. New messages wait below unless
 * the end is in view.
 */
export function useScroll(
  box: RefObject<HTMLDivElement | null>,
  lines: RefObject<HTMLElement | null>,
  items: readonly Line[],
  me: string,
  wantOlder: () => void,
): Scroll {
  const last = useRef<Last>({ end: '', anchor: null, top: 0, atEnd: true, ready: false });
  const [atEnd, setAtEnd] = useState(true);
  const [seen, setSeen] = useState(0);
  const isNew = (item: Line) => item.kind === 'message' && !item.own && item.message.seq > seen;

  useLayoutEffect(() => {
    const element = box.current;
    if (element === null) {
      return;
    }
    const before = last.current;
    const end = items.findLast(({ kind }) => kind === 'message' || kind === 'unsent');
    const sentNow = end !== undefined && end.key !== before.end && end.key.startsWith(`${me} `);
    if (!before.ready) {
      const unread = element.querySelector('[data-first-unread]');
      element.scrollTo({
        top: unread instanceof HTMLElement ? unread.offsetTop - element.clientHeight / 3 : element.scrollHeight,
      });
    } else if (before.atEnd || sentNow) {
      element.scrollTo({ top: element.scrollHeight });
    } else if (before.anchor !== null && before.anchor.line.isConnected) {
      const moved = before.anchor.line.offsetTop - before.anchor.top;
      if (moved !== 0) {
        element.scrollBy({ top: moved });
      }
    }
    last.current = {
      end: end?.key ?? '',
      anchor: anchorIn(element),
      top: element.scrollTop,
      atEnd: isAtEnd(element),
      ready: true,
    };
  });

  // Another size of the box, as when the keyboard of a phone opens, or of its lines, as when a photo fails to load, does
  // not move the end out of view.
  useEffect(() => {
    const element = box.current;
    if (element === null) {
      return;
    }
    const observer = new ResizeObserver(() => {
      if (last.current.atEnd) {
        element.scrollTo({ top: element.scrollHeight });
      }
      last.current.anchor = anchorIn(element);
    });
    observer.observe(element);
    if (lines.current !== null) {
      observer.observe(lines.current);
    }
    return () => observer.disconnect();
  }, [box, lines]);

  return {
    newBelow: atEnd ? 0 : items.filter(isNew).length,
    onScroll: () => {
      const element = box.current;
      if (element === null) {
        return;
      }
      // The event of a scroll to the end may come when there is more below already: only who goes up leaves the end.
      const reached = isAtEnd(element) || (last.current.atEnd && element.scrollTop >= last.current.top);
      if (reached || atEnd) {
        setSeen(newestOf(items, me));
      }
      setAtEnd(reached);
      last.current.atEnd = reached;
      last.current.top = element.scrollTop;
      last.current.anchor = anchorIn(element);
      if (element.scrollTop < OLDER_PX) {
        wantOlder();
      }
    },
    toEnd: () => {
      const element = box.current;
      if (element !== null) {
        element.scrollTo({ top: element.scrollHeight });
        element.focus();
      }
    },
  };
}

function anchorIn(box: HTMLElement): Last['anchor'] {
  for (const line of box.querySelectorAll<HTMLElement>('[data-line]')) {
    if (line.offsetTop + line.offsetHeight > box.scrollTop) {
      return { line, top: line.offsetTop };
    }
  }
  return null;
}

function isAtEnd(element: HTMLElement): boolean {
  return element.scrollHeight - element.scrollTop - element.clientHeight < NEAR_PX;
}

function newestOf(items: readonly Line[], me: string): number {
  const newest = items.findLast((item) => item.kind === 'message' && item.message.senderId !== me);
  return newest?.kind === 'message' ? newest.message.seq : 0;
}
