import { act, screen, within } from '@testing-library/react';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { appointmentAt, type Asked, DOCTOR, loggedIn, PATIENT, serve, show, withBrowser } from '@/test/show';
import NoticesPage from './NoticesPage';

const AT = '2026-03-02T09:00:00.000Z';
const VISIT = appointmentAt(new Date('2026-03-05T10:00:00Z'), { id: 'v1' });
const NOTICES = '/api/notices';
const READ = '/api/notices/read';

const notice = (seq: number, more: { readAt?: string | null; [member: string]: unknown } = {}) => ({
  seq,
  kind: 'visit_confirmed',
  at: AT,
  readAt: null as string | null,
  appointmentId: 'v1',
  from: DOCTOR.id,
  ...more,
});

const EARLIER = '2026-03-02T09:30:00.000Z';
const NOW = '2026-03-02T10:00:00.000Z';

/** A server with these notices, the newest first, two in a page. */
function withNotices(stored: { readAt: string | null }[]): Asked[] {
  let notices = stored;
  return serve(({ method, path, query }) => {
    if (method === 'POST') {
      notices = notices.map((one) => ({ ...one, readAt: one.readAt ?? NOW }));
      return 204;
    }
    const from = Number(query.get('cursor') ?? 0);
    return path === NOTICES
      ? {
          notices: notices.slice(from, from + 2),
          people: [{ id: DOCTOR.id, name: DOCTOR.name }],
          unread: notices.filter(({ readAt }) => readAt === null).length,
          nextCursor: from + 2 < notices.length ? String(from + 2) : null,
        }
      : { appointment: VISIT };
  });
}

async function page() {
  await act(async () => {
    show(<NoticesPage />, { session: loggedIn(PATIENT) });
    await Promise.resolve();
  });
}

const rows = () => screen.findAllByRole('listitem');
const links = async () => (await rows()).map((row) => within(row).getByRole('link'));

describe('the page of notices', () => {
  beforeEach(() => {
    withBrowser();
    return () => vi.unstubAllGlobals();
  });

  it('says what happened to which visit, and leads there', async () => {
    withNotices([notice(1)]);
    await page();
    const [link] = (await links()) as [HTMLElement];
    await within(link).findByText(/Dr\. Marta Vidal/);
    within(link).getByText('Visit confirmed');
    expect(link.getAttribute('href')).toBe('/visits/v1');
  });

  it('marks all as read, and still shows which ones were new, on every page of the list', async () => {
    const asked = withNotices([5, 4, 3, 2, 1].map((seq) => notice(seq, seq < 3 ? { readAt: EARLIER } : {})));
    await page();
    await vi.waitFor(() => expect(asked.filter(({ path }) => path === READ)).toHaveLength(1));
    expect(asked.find(({ path }) => path === READ)?.body).toEqual({ upTo: 5 });
    act(() => screen.getByRole('button', { name: 'Show more' }).click());
    await vi.waitFor(async () =>
      expect((await rows()).map((row) => within(row).queryByText('New') !== null)).toEqual([true, true, true, false]),
    );
  });

  it('shows as new what was unread, though the reader has read a later one in its chat', async () => {
    const asked = withNotices([
      notice(3, { kind: 'new_message', appointmentId: null, readAt: EARLIER }),
      notice(2),
      notice(1, { readAt: EARLIER }),
    ]);
    await page();
    await vi.waitFor(() => expect(asked.some(({ path }) => path === READ)).toBe(true));
    act(() => screen.getByRole('button', { name: 'Show more' }).click());
    await vi.waitFor(async () => expect(await rows()).toHaveLength(3));
    expect((await rows()).map((row) => within(row).queryByText('New') !== null)).toEqual([false, true, false]);
  });

  it('marks nothing while the page is hidden', async () => {
    const hidden = vi.spyOn(document, 'visibilityState', 'get').mockReturnValue('hidden');
    const asked = withNotices([notice(1)]);
    await page();
    await rows();
    expect(asked.some(({ path }) => path === READ)).toBe(false);
    hidden.mockReturnValue('visible');
    act(() => {
      document.dispatchEvent(new Event('visibilitychange'));
    });
    await vi.waitFor(() => expect(asked.some(({ path }) => path === READ)).toBe(true));
    hidden.mockRestore();
  });

  it('asks to mark nothing when nothing is unread', async () => {
    const asked = withNotices([notice(2, { readAt: EARLIER }), notice(1, { readAt: EARLIER })]);
    await page();
    expect(await rows()).toHaveLength(2);
    expect(screen.queryByText('New')).toBeNull();
    expect(asked.some(({ path }) => path === READ)).toBe(false);
  });

  it('tells a request that nobody confirmed from one that the doctor declined', async () => {
    withNotices([notice(2, { kind: 'visit_declined', from: null }), notice(1, { kind: 'visit_declined' })]);
    await page();
    const [expired, declined] = await rows();
    within(expired as HTMLElement).getByText('Visit not confirmed in time');
    within(declined as HTMLElement).getByText('Visit declined');
  });

  it('names who called and who wrote, and leads to the calls and the chat', async () => {
    withNotices([notice(2, { kind: 'missed_call' }), notice(1, { kind: 'new_message', appointmentId: null })]);
    await page();
    const [call, message] = await links();
    for (const [row, title, to] of [
      [call, 'Missed call', '/calls'],
      [message, 'New message', `/messages/${DOCTOR.id}`],
    ] as const) {
      within(row as HTMLElement).getByText(title);
      within(row as HTMLElement).getByText(DOCTOR.name);
      expect(row?.getAttribute('href')).toBe(to);
    }
  });

  it('leads from a warning to the account, and names whoever looked at it', async () => {
    withNotices([
      notice(2, { kind: 'data_read', appointmentId: null }),
      notice(1, { kind: 'new_sign_in', appointmentId: null, from: null }),
    ]);
    await page();
    const [look, login] = await links();
    within(look as HTMLElement).getByText('An administrator looked at your account');
    within(look as HTMLElement).getByText(DOCTOR.name);
    within(login as HTMLElement).getByText('New log-in to your account');
    expect([look, login].map((row) => row?.getAttribute('href'))).toEqual(['/me', '/me']);
  });

  it('does not name the person of an erased account whose visit was cancelled', async () => {
    withNotices([notice(1, { kind: 'visit_cancelled', from: null })]);
    await page();
    const [link] = (await links()) as [HTMLElement];
    // When the visit was to be, and when it was cancelled.
    await vi.waitFor(() => expect(within(link).getAllByText(/:00/)).toHaveLength(2));
    expect(within(link).queryByText(/Marta Vidal/)).toBeNull();
  });

  it('shows a kind that only a newer server knows', async () => {
    withNotices([notice(1, { kind: 'visit_painted', appointmentId: null })]);
    await page();
    const [row] = (await rows()) as [HTMLElement];
    within(row).getByText('News about your account');
    expect(within(row).queryByRole('link')).toBeNull();
  });
});
