import * as v from 'valibot';
import { type KeyValueStorage, tabStorage } from '@/shared/browser';
import { forgetUnfinished, KEPT_AS } from './forgetUnfinished';
import type { Unfinished, UnfinishedStore } from './model/ports';

const keptSchema = v.object({
  owner: v.string(),
  drafts: v.record(v.string(), v.string()),
  unsent: v.array(v.object({ to: v.string(), clientId: v.string(), text: v.string(), at: v.number() })),
});

/**
 * What a person typed and has not sent, for as long as this tab and this session live: it survives a reload, and is
 * deleted when the session ends. Another person finds nothing in it.
 */
export function unfinishedOf(owner: string, storage: KeyValueStorage = tabStorage): UnfinishedStore {
  return {
    load: () => read(owner, storage),
    save: (unfinished) => write(owner, unfinished, storage),
    clear: () => forgetUnfinished(storage),
  };
}

function read(owner: string, storage: KeyValueStorage): Unfinished {
  let kept: unknown;
  try {
    kept = JSON.parse(storage.get(KEPT_AS) ?? 'null');
  } catch {
    kept = null;
  }
  const parsed = v.safeParse(keptSchema, kept);
  return parsed.success && parsed.output.owner === owner ? parsed.output : { drafts: {}, unsent: [] };
}

function write(owner: string, { drafts, unsent }: Unfinished, storage: KeyValueStorage): void {
  if (Object.keys(drafts).length === 0 && unsent.length === 0) {
    forgetUnfinished(storage);
  } else {
    storage.set(KEPT_AS, JSON.stringify({ owner, drafts, unsent }));
  }
}
