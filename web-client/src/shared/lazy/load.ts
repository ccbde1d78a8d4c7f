import { useSyncExternalStore } from 'react';
import { systemClock } from '../time/clock';

const FIRST_WAIT_MS = 1_000;
const LONGEST_WAIT_MS = 30_000;

const failing = new Set<symbol>();
const listeners = new Set<() => void>();

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** Whether code or words that somebody waits for could not be loaded yet. */
export function useLoadingFails(): boolean {
  return useSyncExternalStore(subscribe, () => failing.size > 0);
}

function mark(what: symbol, fails: boolean): void {
  if (fails !== failing.has(what)) {
    if (fails) {
      failing.add(what);
    } else {
      failing.delete(what);
    }
    listeners.forEach((listener) => listener());
  }
}

/** Waits so long, or until the browser says that it is online again. */
function wait(milliseconds: number): Promise<void> {
  return new Promise((resolve) => {
    const done = () => {
      cancel();
      window.removeEventListener('online', done);
      resolve();
    };
    const cancel = systemClock.after(milliseconds, done);
    window.addEventListener('online', done);
  });
}

/**
 * Loads code or words, and retries as long as they are wanted: a short loss of the connection must not end anything.
 * Meanwhile {@link useLoadingFails} reports that they are missing.
 */
export async function loadPersistently<Module>(
  load: () => Promise<Module>,
  wanted: () => boolean,
): Promise<Module | undefined> {
  const what = Symbol('what is loaded');
  try {
    for (let next = FIRST_WAIT_MS; wanted(); next = Math.min(2 * next, LONGEST_WAIT_MS)) {
      try {
        return await load();
      } catch {
        mark(what, true);
        await wait(next);
      }
    }
    return undefined;
  } finally {
    mark(what, false);
  }
}
