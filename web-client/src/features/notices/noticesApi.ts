import * as v from 'valibot';
import { api, nothing, type Page } from '@/shared/api';

const noticeSchema = v.object({
  seq: v.number(),
  // A server of the next release may know more kinds than openapi.yaml of this one.
  kind: v.string(),
  at: v.string(),
  appointmentId: v.nullable(v.string()),
  from: v.nullable(v.string()),
});
const pageSchema = v.object({
  notices: v.array(noticeSchema),
  unread: v.number(),
  nextCursor: v.nullable(v.string()),
});

export type StoredNotice = v.InferOutput<typeof noticeSchema>;

export interface NoticesPage extends Page<StoredNotice> {
  /** How many of all notices were unread. */
  unread: number;
}

export async function loadNotices(cursor: string | null, signal: AbortSignal): Promise<NoticesPage> {
  const { notices, ...page } = await api.get('/api/notices', pageSchema, { query: { cursor }, signal });
  return { items: notices, ...page };
}

export async function markRead(upTo: number): Promise<void> {
  await api.post('/api/notices/read', nothing, { body: { upTo } });
}
