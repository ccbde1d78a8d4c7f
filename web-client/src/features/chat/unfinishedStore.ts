import * as v from 'valibot';
import { forgetUnfinished, KEPT_AS } from './forgetUnfinished';
import type { Unfinished, UnfinishedStore } from './model/ports';

const keptSchema = v.object({
  owner: v.string(),
  drafts: v.record(v.string(), v.string()),
  unsent: v.array(v.object({ to: v.string(), clientId: v.string(), text: v.string(), at: v.number() })),
});

/**
 * What a person typed and has not sent, for as long as this tab and this session live: the storage of the tab survives a reload, and the
 * end of the session empties it. Another person finds nothing in it.
 */
export function unfinishedOf(owner: string, storage: Storage = sessionStorage): UnfinishedStore {
  return {
    load: () => read(owner, storage),
    save: (unfinished) => write(owner, unfinished, storage),
    clear: () => forgetUnfinished(storage),
  };
}

function read(owner: string, storage: Storage): Unfinished {
  let kept: unknown;
  try {
    kept = JSON.parse(storage.getItem(KEPT_AS) ?? 'null');
  } catch {
    kept = null;
  }
  const parsed = v.safeParse(keptSchema, kept);
  return parsed.success && parsed.output.owner === owner ? parsed.output : { drafts: {}, unsent: [] };
}

function write(owner: string, { drafts, unsent }: Unfinished, storage: Storage): void {
  try {
    if (Object.keys(drafts).length === 0 && unsent.length === 0) {
      forgetUnfinished(storage);
    } else {
      storage.setItem(KEPT_AS, JSON.stringify({ owner, drafts, unsent }));
    }
  } catch {
    // The storage is full or switched off. Then a reload forgets; typing and sending go on.
  }
}
