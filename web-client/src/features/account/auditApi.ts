import * as v from 'valibot';
import { api } from '@/shared/api';

const person = v.object({ id: v.string(), name: v.nullable(v.string()) });
const entriesReply = v.object({
  entries: v.array(
    v.object({
      number: v.number(),
      at: v.string(),
      // Another release may know more of them.
      action: v.string(),
      actor: v.nullable(person),
    }),
  ),
  nextCursor: v.nullable(v.string()),
});

/** Something that concerns the person's data or account. */
export type OwnEntry = v.InferOutput<typeof entriesReply>['entries'][number];

export const AUDIT = ['own-audit'];

export async function loadAudit(cursor: string | null, signal: AbortSignal) {
  const page = await api.get('/api/me/audit', entriesReply, { query: { cursor, limit: 10 }, signal });
  return { items: page.entries, nextCursor: page.nextCursor };
}
