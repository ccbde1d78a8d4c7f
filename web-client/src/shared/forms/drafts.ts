// Entries that were typed and not sent yet. In memory only, so that nothing is left on a shared device.
interface Draft {
  content: unknown;
  guarded: boolean;
}

const drafts = new Map<string, Draft>();

export function readDraft(name: string): unknown {
  return drafts.get(name)?.content;
}

/**
 * The browser asks before it closes or reloads a page with a `guarded` draft: that is what a draft does not survive.
 */
export function keepDraft(name: string, content: unknown, { guarded = false } = {}): void {
  drafts.set(name, { content, guarded });
  guard();
}

export function forgetDraft(name: string): void {
  drafts.delete(name);
  guard();
}

/** When somebody else uses this browser from now on. */
export function forgetDrafts(): void {
  drafts.clear();
  guard();
}

/** Listens only while there is something to lose: a page with such a listener is not kept for the Back button. */
function guard(): void {
  if ([...drafts.values()].some(({ guarded }) => guarded)) {
    window.addEventListener('beforeunload', ask);
  } else {
    window.removeEventListener('beforeunload', ask);
  }
}

function ask(event: BeforeUnloadEvent): void {
  event.preventDefault();
}
