import { fireEvent, screen, waitFor } from '@testing-library/react';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { Doctor } from '@/shared/api';
import { forgetDrafts } from '@/shared/forms';
import { appointmentAt, DOCTOR, PATIENT, serve, show, loggedIn, withBrowser } from '@/test/show';
import { BookingForm } from './BookingForm';

const FIRST = '2027-05-06T08:00:00.000Z';
const SECOND = '2027-05-06T09:00:00.000Z';
const slotAt = (startsAt: string) => ({
  date: startsAt.slice(0, 10),
  startTime: startsAt.slice(11, 16),
  endTime: '12:00',
  startsAt,
  endsAt: startsAt,
});
const inMs = (milliseconds: number) => new Date(Date.now() + milliseconds).toISOString();
const TAKEN = { status: 409, code: 'slot_taken', nextFree: [slotAt(SECOND)] };
let held: string[];
let released: string[];
let holds: () => object;
const doctor: Doctor = { ...DOCTOR, rating: { average: 0, count: 0 }, verified: true };

beforeEach(() => {
  withBrowser();
  forgetDrafts();
  held = [];
  released = [];
  holds = () => ({ hold: { id: `h${held.length}`, expiresAt: inMs(240_000) } });
  serve(({ method, path, query, body }) => {
    if (method === 'DELETE') {
      released.push(path);
      return {};
    }
    if (path.endsWith('/holds')) {
      held.push((body as { startTime: string }).startTime);
      return holds();
    }
    const [from, to] = [query.get('from') ?? '', query.get('to') ?? ''];
    const slots = [FIRST, SECOND].map(slotAt).filter(({ date }) => from <= date && date <= to);
    return method === 'POST' ? TAKEN : { timeZone: 'UTC', slots };
  });
  return () => vi.unstubAllGlobals();
});

const form = (at: string) => <BookingForm doctor={doctor} at={at} onChoose={() => undefined} />;

describe('the form of a booking', () => {
  it('says that a time was taken of that time only', async () => {
    const { again } = show(form(FIRST), { session: loggedIn(PATIENT) });
    await waitFor(() =>
      expect(screen.getByRole('button', { name: 'Book this visit' }).getAttribute('aria-busy')).not.toBe('true'),
    );
    fireEvent.click(screen.getByRole('button', { name: 'Book this visit' }));
    await screen.findByText(/^That time was just taken/);
    again(form(SECOND));
    expect(screen.queryByText(/^That time was just taken/)).toBeNull();
  });

  it.each([
    ['somebody who is not logged in', { status: 'anonymous' } as const, true],
    ['nobody of whom it is not known yet whether they are', { status: 'unreachable' } as const, false],
  ])('asks for the log-in: %s', (_, session, asks) => {
    show(form(FIRST), { session });
    expect(screen.queryByRole('link', { name: 'Log in to book' }) !== null).toBe(asks);
  });
});

describe('the bar with the next step', () => {
  const bar = (name: string | RegExp, role = 'button') => screen.getByRole(role, { name }).parentElement;

  it.each([
    ['a patient', loggedIn(PATIENT), 'button', /^Book/],
    ['somebody who is not logged in', { status: 'anonymous' } as const, 'link', 'Log in to book'],
  ])('says the chosen date and time: %s', async (_, session, role, name) => {
    const { again } = show(form(FIRST), { session });
    await waitFor(() => expect(bar(name, role)).toHaveTextContent(/Thu.* 6.*8:00/));
    again(form(SECOND));
    expect(bar(name, role)).toHaveTextContent(/Thu.* 6.*9:00/);
  });

  it('does not say one that was taken', async () => {
    show(form(FIRST), { session: loggedIn(PATIENT) });
    await waitFor(() =>
      expect(screen.getByRole('button', { name: 'Book this visit' }).getAttribute('aria-busy')).not.toBe('true'),
    );
    fireEvent.click(screen.getByRole('button', { name: 'Book this visit' }));
    await screen.findByText(/^That time was just taken/);
    expect(bar('Book this visit')).toHaveTextContent(/^Book this visit$/);
  });
});

describe('a time that is kept while the form is open', () => {
  const KEPT = /^We are keeping this time for you until .+\.$/;

  it('is kept for a patient, who is told until when', async () => {
    show(form(FIRST), { session: loggedIn(PATIENT) });
    expect((await screen.findByRole('status')).textContent).toMatch(KEPT);
    expect(held).toEqual(['08:00']);
  });

  it('is kept for nobody else', async () => {
    show(form(FIRST));
    show(form(FIRST), { session: loggedIn(DOCTOR) });
    await screen.findByText('You are logged in as a doctor. Visits are booked by patients.');
    await waitFor(() => expect(screen.queryByText('Loading')).toBeNull());
    expect(held).toEqual([]);
  });

  it('gives way to another choice, and is free when the form closes', async () => {
    const { again, unmount } = show(form(FIRST), { session: loggedIn(PATIENT) });
    await screen.findByText(KEPT);
    again(form(SECOND));
    await waitFor(() => expect(held).toEqual(['08:00', '09:00']));
    await screen.findByText(KEPT);
    expect(released).toEqual([]);
    unmount();
    expect(released).toEqual(['/api/holds/h2']);
  });

  it('is free when the page is left, and kept again when it comes back from the cache of the browser', async () => {
    show(form(FIRST), { session: loggedIn(PATIENT) });
    await screen.findByText(KEPT);
    fireEvent(window, new Event('pagehide'));
    expect(released).toEqual(['/api/holds/h1']);
    fireEvent(window, Object.assign(new Event('pageshow'), { persisted: true }));
    await waitFor(() => expect(held).toEqual(['08:00', '08:00']));
  });

  it('is not released when it was booked', async () => {
    const { unmount } = show(form(FIRST), { session: loggedIn(PATIENT) });
    await screen.findByText(KEPT);
    serve(({ method, path }) => {
      if (method === 'DELETE') {
        released.push(path);
      }
      return { appointment: appointmentAt(new Date(FIRST)) };
    });
    fireEvent.click(screen.getByRole('button', { name: 'Book this visit' }));
    await waitFor(() => expect(window.location.pathname).toMatch(/booked$/));
    unmount();
    expect(released).toEqual([]);
  });

  it('may belong to somebody else: others are offered before anything is entered', async () => {
    holds = () => TAKEN;
    show(form(FIRST), { session: loggedIn(PATIENT) });
    await screen.findByText(/^That time was just taken/);
    expect(screen.queryByText(KEPT)).toBeNull();
  });

  it('is not asked for when it is not free any more: the next free ones are offered', async () => {
    show(form('2027-05-06T08:30:00.000Z'), { session: loggedIn(PATIENT) });
    await screen.findByText('That time was just taken. These are still free:');
    expect(screen.getAllByRole('button', { name: /9:00/ })).toHaveLength(1);
    expect(held).toEqual([]);
  });

  it('is not asked for when none is free after it, and that is said', async () => {
    show(form('2027-05-06T10:00:00.000Z'), { session: loggedIn(PATIENT) });
    await screen.findByText('That time was just taken. Choose another one above.');
    expect(held).toEqual([]);
  });

  it('is not called taken when it has passed', async () => {
    show(form('2026-01-01T10:00:00.000Z'), { session: loggedIn(PATIENT) });
    await screen.findByText('That time has passed. These are free:');
  });

  it('can still be booked when it is kept no longer', async () => {
    // The clock stands still, so that on a busy machine the reply does not come after the end of the hold.
    vi.useFakeTimers({ now: Date.now(), toFake: ['Date'] });
    try {
      holds = () => ({ hold: { id: 'h1', expiresAt: inMs(50) } });
      show(form(FIRST), { session: loggedIn(PATIENT) });
      await screen.findByText(/^We no longer keep this time for you/);
      expect(screen.getByRole('button', { name: 'Book this visit' })).toBeTruthy();
    } finally {
      vi.useRealTimers();
    }
  });
});
