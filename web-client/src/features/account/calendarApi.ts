import * as v from 'valibot';
import { api } from '@/shared/api';

const linkReply = v.object({ calendarLink: v.nullable(v.object({ createdAt: v.string() })) });
const renewedReply = v.object({ calendarLink: v.object({ url: v.string(), createdAt: v.string() }) });

export const CALENDAR_LINK = ['calendar-link'];

/** When the calendar link was made; the link itself is not known any more. */
export interface OwnLink {
  createdAt: string | null;
}

export async function loadCalendarLink(): Promise<OwnLink> {
  const { calendarLink } = await api.get('/api/me/calendar-link', linkReply);
  return { createdAt: calendarLink?.createdAt ?? null };
}

/** The former link opens nothing from then on. */
export async function renewCalendarLink() {
  return (await api.post('/api/me/calendar-link', renewedReply)).calendarLink;
}
