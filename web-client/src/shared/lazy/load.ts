import { systemClock } from '../time/clock';

const FIRST_WAIT_MS = 1_000;
const LONGEST_WAIT_MS = 30_000;

const failing = new Set<symbol>();
const listeners = new Set<() => void>();

/** Code and words that could not be loaded yet, and that somebody waits for. */
export const loading = {
  get failing(): boolean {
    return failing.size > 0;
  },
  subscribe: (listener: () => void): (() => void) => {
    listeners.add(listener);
    return () => listeners.delete(listener);
  },
};

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
 * Meanwhile {@link loading} reports that they are missing.
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
