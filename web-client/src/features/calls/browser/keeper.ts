import * as v from 'valibot';
import { tabStorage } from '@/shared/browser';
import { systemClock } from '@/shared/time';
import type { CallKeeper } from '../machine/ports';

const KEY = 'call';
/** A call cannot be resumed after that, because the server's lease is shorter. */
const KEPT_MS = 120_000;

const schema = v.object({
  callId: v.string(),
  direction: v.picklist(['outgoing', 'incoming']),
  peer: v.object({ id: v.string(), name: v.string(), avatar: v.nullable(v.string()) }),
  media: v.picklist(['video', 'audio']),
  appointmentId: v.nullable(v.string()),
  remoteSession: v.nullable(v.string()),
  at: v.number(),
});

/** Keeps the call in the session storage of the tab. */
export const tabKeeper: CallKeeper = {
  keep: (call) => tabStorage.set(KEY, JSON.stringify(call)),
  kept() {
    try {
      const result = v.safeParse(schema, JSON.parse(tabStorage.get(KEY) ?? 'null'));
      return result.success && systemClock.now() - result.output.at < KEPT_MS ? result.output : null;
    } catch {
      return null;
    }
  },
  forget: () => tabStorage.remove(KEY),
};
