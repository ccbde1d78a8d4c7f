/**
 * Runs `begin` once this tab is the only one of the site that holds `name`, until the result is called. Without locks
 * (on pages without https, or where they are blocked) every tab holds it.
 */
export function holdAlone(name: string, begin: () => void): () => void {
  const { locks } = navigator as { locks?: LockManager };
  const waiting = new AbortController();
  let release: () => void = () => undefined;
  const hold = () => {
    begin();
    return new Promise<void>((done) => {
      release = done;
    });
  };
  if (locks === undefined) {
    begin();
  } else {
    let held = false;
    locks
      .request(name, { signal: waiting.signal }, () => {
        held = true;
        return hold();
      })
      .catch(() => {
        if (!held && !waiting.signal.aborted) {
          begin();
        }
      });
  }
  return () => {
    waiting.abort();
    release();
  };
}
