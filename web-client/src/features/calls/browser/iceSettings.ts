import * as v from 'valibot';
import { api } from '@/shared/api';
import type { IceSettings } from '../machine/ports';

const PATIENCE_MS = 4_000;

const schema = v.object({
  iceServers: v.array(
    v.object({
      urls: v.array(v.string()),
      username: v.nullable(v.string()),
      credential: v.nullable(v.string()),
    }),
  ),
  // A node of the former release lets every call go directly.
  iceTransportPolicy: v.optional(v.picklist(['all', 'relay']), 'all'),
});

/** Until the server has said that others may see the address of this device, they must not. */
let lastKnown: IceSettings = { iceServers: [], iceTransportPolicy: 'relay' };

/** The ICE servers, with new credentials, and whether a call uses the relay alone. */
export async function loadIceSettings(): Promise<IceSettings> {
  const reply = await api.get('/api/ice-servers', schema, { signal: AbortSignal.timeout(PATIENCE_MS) });
  const iceServers = reply.iceServers.map(({ urls, username, credential }) =>
    username === null || credential === null ? { urls } : { urls, username, credential },
  );
  return { ...reply, iceServers };
}

/** The same for a call: the last known ones if they cannot be fetched. */
export async function iceSettings(): Promise<IceSettings> {
  try {
    lastKnown = await loadIceSettings();
  } catch {
    // A path may still be found; the next attempt asks again.
  }
  return lastKnown;
}
