import * as v from 'valibot';
import { api, nothing, type Page } from '@/shared/api';
import { STORED_NOTICES } from '@/shared/notices';

const noticeSchema = v.object({
  seq: v.number(),
  // A server of the next release may know more kinds than openapi.yaml of this one.
  kind: v.string(),
  at: v.string(),
  readAt: v.nullable(v.string()),
  appointmentId: v.nullable(v.string()),
  from: v.nullable(v.string()),
});
const personSchema = v.object({ id: v.string(), name: v.string() });
const pageSchema = v.object({
  notices: v.array(noticeSchema),
  // A node of the former release names nobody.
  people: v.optional(v.array(personSchema), []),
  unread: v.number(),
  nextCursor: v.nullable(v.string()),
});

/** A notice with the name of whoever made it happen, if somebody did. */
export type StoredNotice = v.InferOutput<typeof noticeSchema> & { name: string | null };

export interface NoticesPage extends Page<StoredNotice> {
  /** How many of all notices were unread. */
  unread: number;
}

export async function loadNotices(cursor: string | null, signal: AbortSignal): Promise<NoticesPage> {
  const { notices, people, ...page } = await api.get('/api/notices', pageSchema, { query: { cursor }, signal });
  const names = new Map(people.map(({ id, name }) => [id, name]));
  return {
    items: notices.map((notice) => ({ ...notice, name: (notice.from !== null && names.get(notice.from)) || null })),
    ...page,
  };
}

const settingsSchema = v.object({
  kinds: v.record(v.string(), v.object({ mail: v.boolean(), push: v.boolean() })),
  reminderMinutes: v.array(v.number()),
});

/** How the person wants to be told. */
export type NoticeSettings = v.InferOutput<typeof settingsSchema>;

export const NOTICE_SETTINGS = [...STORED_NOTICES, 'settings'];

export function loadSettings({ signal }: { signal: AbortSignal }): Promise<NoticeSettings> {
  return api.get('/api/me/notice-settings', settingsSchema, { signal });
}

/** What is left out stays as it is. */
export function changeSettings({
  kinds = {},
  reminderMinutes,
}: {
  kinds?: NoticeSettings['kinds'];
  reminderMinutes?: readonly number[];
}): Promise<NoticeSettings> {
  return api.put('/api/me/notice-settings', settingsSchema, { body: { kinds, reminderMinutes } });
}

export async function stopMails(token: string): Promise<void> {
  await api.post(`/unsubscribe/${token}`, nothing);
}

export async function markRead(upTo: number): Promise<void> {
  await api.post('/api/notices/read', nothing, { body: { upTo } });
}
