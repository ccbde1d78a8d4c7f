/** The browser's storage for this site. It may be blocked, full or absent; values then last as long as the page. */
export interface KeyValueStorage {
  get: (key: string) => string | null;
  set: (key: string, value: string) => void;
  remove: (key: string) => void;
}

/**
 * The storage that `find` returns, with every access guarded: a browser that blocks storage throws as soon as it is
 * touched, and a full one when something is written.
 */
export function guarded(find: () => Storage): KeyValueStorage {
  /** What the browser would not take: a value, or null for a removal. */
  const own = new Map<string, string | null>();
  const attempt = <Result>(action: (storage: Storage) => Result): Result | undefined => {
    try {
      return action(find());
    } catch {
      return undefined;
    }
  };
  const write = (key: string, value: string | null) => {
    const written = attempt((storage) => {
      if (value === null) {
        storage.removeItem(key);
      } else {
        storage.setItem(key, value);
      }
      return true;
    });
    if (written === true) {
      own.delete(key);
    } else {
      own.set(key, value);
    }
  };
  return {
    get: (key) => {
      const kept = own.get(key);
      return kept === undefined ? (attempt((storage) => storage.getItem(key)) ?? null) : kept;
    },
    set: (key, value) => write(key, value),
    remove: (key) => write(key, null),
  };
}

/** Kept on this device for all tabs: choices such as the language, nothing about people. */
export const deviceStorage = guarded(() => window.localStorage);

/** Kept for this tab: survives a reload. */
export const tabStorage = guarded(() => window.sessionStorage);
