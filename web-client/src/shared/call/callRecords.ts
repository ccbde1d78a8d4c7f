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
