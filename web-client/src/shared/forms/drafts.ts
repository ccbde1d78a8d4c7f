// What was typed and not sent yet. In memory only, so that nothing of it is left on a shared device.
const drafts = new Map<string, unknown>();

export function readDraft(name: string): unknown {
  return drafts.get(name);
}

export function keepDraft(name: string, values: unknown): void {
  drafts.set(name, values);
}

export function forgetDraft(name: string): void {
  drafts.delete(name);
}

/** When somebody else uses this browser from now on. */
export function forgetDrafts(): void {
  drafts.clear();
}
