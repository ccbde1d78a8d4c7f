import * as v from 'valibot';
import { api } from '@/shared/api';

const PATIENCE_MS = 4_000;

const schema = v.object({
  iceServers: v.array(
    v.object({
      urls: v.array(v.string()),
      username: v.nullable(v.string()),
      credential: v.nullable(v.string()),
    }),
  ),
});

let lastKnown: RTCIceServer[] = [];

/** The ICE servers, with new credentials. */
export async function loadIceServers(): Promise<RTCIceServer[]> {
  const reply = await api.get('/api/ice-servers', schema, { signal: AbortSignal.timeout(PATIENCE_MS) });
  return reply.iceServers.map(({ urls, username, credential }) =>
    username === null || credential === null ? { urls } : { urls, username, credential },
  );
}

/** The same for a call: the last known ones if they cannot be fetched. */
export async function iceServers(): Promise<RTCIceServer[]> {
  try {
    lastKnown = await loadIceServers();
  } catch {
    // A direct path may still be found.
  }
  return lastKnown;
}
