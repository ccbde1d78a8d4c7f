import { queryOptions } from '@tanstack/react-query';
import * as v from 'valibot';
import { api, type Page } from '../api';

const person = v.object({ id: v.string(), name: v.string() });
const callSchema = v.object({
  id: v.string(),
  caller: person,
  callee: person,
  appointmentId: v.nullable(v.string()),
  media: v.picklist(['video', 'audio']),
  startedAt: v.string(),
  answeredAt: v.nullable(v.string()),
  endedAt: v.nullable(v.string()),
  endReason: v.nullable(v.picklist(['declined', 'busy', 'offline', 'unanswered', 'cancelled', 'hangup', 'lost'])),
});
const pageSchema = v.object({ calls: v.array(callSchema), nextCursor: v.nullable(v.string()) });

/** A call that has ended. */
export type CallRecord = v.InferOutput<typeof callSchema>;

/** A page of one's own ended calls, latest first; as long as the server makes it, unless `limit` says how long. */
export async function loadCalls(
  cursor: string | null,
  signal: AbortSignal,
  limit: number | null = null,
): Promise<Page<CallRecord>> {
  const { calls, nextCursor } = await api.get('/api/calls', pageSchema, { query: { cursor, limit }, signal });
  return { items: calls, nextCursor };
}

/** How many of one's calls are looked at for those with one person, or of one appointment: the server lists all together. */
const LATEST = 100;

/** One's own latest calls. What begins with `calls` is asked for again when a call ends. */
export const latestCallsQuery = queryOptions({
  queryKey: ['calls', 'latest'],
  queryFn: async ({ signal }) => (await loadCalls(null, signal, LATEST)).items,
});

/** How long the two talked; null if they did not. */
export function lastedMs({ answeredAt, endedAt }: CallRecord): number | null {
  return answeredAt === null || endedAt === null ? null : Date.parse(endedAt) - Date.parse(answeredAt);
}
