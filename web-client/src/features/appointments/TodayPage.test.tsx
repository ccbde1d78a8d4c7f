import { act, fireEvent, screen, within } from '@testing-library/react';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { Appointment } from '@/shared/api';
import { VideoCallContext } from '@/shared/call';
import { DOCTOR, PATIENT, serve, show, loggedIn, appointmentAt, withBrowser } from '@/test/show';
import TodayPage from './TodayPage';

const NOON = new Date(2027, 4, 6, 12);
const MINUTE = 60_000;

beforeEach(() => {
  withBrowser();
  vi.useFakeTimers({ now: NOON, toFake: ['Date', 'setInterval', 'clearInterval', 'setTimeout', 'clearTimeout'] });
  return () => {
    vi.useRealTimers();
    vi.unstubAllGlobals();
    startCall.mockClear();
  };
});

const startCall = vi.fn();
const today = (busy = false) =>
  show(
    <VideoCallContext value={{ startCall, expectCall: vi.fn(), busy, dock: vi.fn() }}>
      <TodayPage />
    </VideoCallContext>,
    { session: loggedIn(DOCTOR) },
  );
/** Serves a day with this appointment alone. */
const comes = (next: Appointment) =>
  serve(({ path, query }) =>
    path.startsWith('/api/patients/')
      ? { patient: PATIENT }
      : { appointments: query.get('status')?.includes('no_show') === true ? [next] : [], nextCursor: null },
  );
/** Each page of a list is asked for after the one before it was shown. */
const settle = async () => {
  for (let turn = 0; turn < 5; turn++) {
    await act(() => vi.advanceTimersByTimeAsync(100));
  }
};

describe("a doctor's day", () => {
  it('has all its appointments, however many pages they come in', async () => {
    const appointments = Array.from({ length: 115 }, (_, index) =>
      appointmentAt(new Date(NOON.getTime() + index * MINUTE)),
    );
    serve(({ query }) => {
      if (query.get('status') === 'pending' || query.get('order') === 'desc') {
        return { appointments: [], nextCursor: null };
      }
      const from = Number(query.get('cursor') ?? 0);
      const next = from + Number(query.get('limit'));
      return {
        appointments: appointments.slice(from, next),
        nextCursor: next < appointments.length ? String(next) : null,
      };
    });
    today();
    await settle();
    const day = screen.getByRole('region', { name: 'Your day' });
    // One more line says what time it is now.
    expect(within(day).getAllByRole('listitem')).toHaveLength(116);
  });

  it('begins with the visit that comes next, and with what matters about its patient', async () => {
    const soon = appointmentAt(new Date(NOON.getTime() + 4 * MINUTE), { reason: 'Palpitations' });
    const earlier = appointmentAt(new Date(NOON.getTime() - 3 * 24 * 60 * MINUTE), {
      status: 'completed',
      notes: 'Pulse 88.',
    });
    const asked = serve(({ path, query }) => {
      if (path.startsWith('/api/patients/')) {
        return { patient: { ...PATIENT, allergies: 'Penicillin' } };
      }
      const list = query.has('with') ? [earlier] : query.get('status')?.includes('no_show') === true ? [soon] : [];
      return { appointments: list, nextCursor: null };
    });
    today();
    await settle();
    const next = within(screen.getByRole('region', { name: 'Nina Berg' }));
    next.getByText('In 4 minutes');
    next.getByText('Palpitations');
    next.getByText('Allergies: Penicillin');
    next.getByText('Pulse 88.');
    expect(next.getByRole('link', { name: 'Open the workspace' }).getAttribute('href')).toBe(
      `/visits/${soon.id}/workspace`,
    );
    await act(() => vi.advanceTimersByTimeAsync(5 * MINUTE));
    next.getByText(/^Since /);
    expect(asked.filter(({ path }) => path.startsWith('/api/patients/'))).toHaveLength(1);
  });

  it.each<[string, { minutes: number; present: boolean; mode?: Appointment['mode']; busy?: boolean }, string]>([
    ['who waits is admitted', { minutes: 4, present: true }, 'Admit Nina Berg'],
    ['an open call is joined', { minutes: 4, present: false }, 'Join the video call'],
    ['the workspace is opened before', { minutes: 17, present: false }, 'Open the workspace'],
    ['the workspace is opened for a chat', { minutes: 4, present: false, mode: 'chat' }, 'Open the workspace'],
    ['the workspace is opened during a call', { minutes: 4, present: false, busy: true }, 'Open the workspace'],
  ])('has one primary action for what comes next: %s', async (_, { minutes, present, mode = 'video', busy }, name) => {
    const since = NOON.toISOString();
    const next = appointmentAt(new Date(NOON.getTime() + minutes * MINUTE), { waiting: { since, present }, mode });
    comes(next);
    today(busy);
    await settle();
    const card = within(screen.getByRole('region', { name: 'Nina Berg' }));
    const primary = [...card.queryAllByRole('button'), ...card.queryAllByRole('link')].filter(({ className }) =>
      className.includes('primary'),
    );
    expect(primary.map(({ textContent }) => textContent)).toEqual([name]);
    card.getByRole('link', { name: 'Record of the patient' });
  });

  it('leads into the call of what comes next', async () => {
    const next = appointmentAt(new Date(NOON.getTime() + 4 * MINUTE));
    comes(next);
    today();
    await settle();
    fireEvent.click(screen.getByRole('button', { name: 'Join the video call' }));
    expect(startCall).toHaveBeenCalledExactlyOnceWith({
      person: next.patient,
      media: 'video',
      appointmentId: next.id,
    });
    expect(decodeURIComponent(window.location.pathname)).toBe(`/visits/${next.id}/workspace`);
  });

  it('reads no record of a patient whose visit is far', async () => {
    const later = appointmentAt(new Date(NOON.getTime() + 90 * MINUTE));
    const asked = serve(({ query }) => ({
      appointments: query.get('status')?.includes('no_show') === true ? [later] : [],
      nextCursor: null,
    }));
    today();
    await settle();
    within(screen.getByRole('region', { name: 'Nina Berg' })).getByText(/^Next at /);
    expect(asked.filter(({ path, query }) => path.startsWith('/api/patients/') || query.has('with'))).toEqual([]);
  });

  it('becomes the next one at midnight, on a page that stays open', async () => {
    const asked = serve(() => ({ appointments: [], nextCursor: null }));
    today();
    await settle();
    screen.getByText(/6 May|May 6/);
    const before = asked.length;
    await act(() => vi.advanceTimersByTimeAsync(12 * 60 * MINUTE));
    await settle();
    screen.getByText(/7 May|May 7/);
    const days = asked.slice(before).map(({ query }) => query.get('from'));
    expect(days).toContain(new Date(2027, 4, 7).toISOString());
  });

  it('shows why a patient asks for an appointment', async () => {
    const request = appointmentAt(new Date(NOON.getTime() + 60 * MINUTE), {
      status: 'pending',
      reason: 'Palpitations',
    });
    serve(({ query }) => ({ appointments: query.get('status') === 'pending' ? [request] : [], nextCursor: null }));
    today();
    await settle();
    within(screen.getByRole('region', { name: 'Requests' })).getByText('Palpitations');
  });

  it('marks the requests of new patients, and no others', async () => {
    const at = (minutes: number, newPatient: boolean | null) =>
      appointmentAt(new Date(NOON.getTime() + minutes * MINUTE), { status: 'pending', newPatient });
    // Null is what a node of the former release says.
    const requests = [at(60, true), at(90, false), at(120, null)];
    serve(({ query }) => ({ appointments: query.get('status') === 'pending' ? requests : [], nextCursor: null }));
    today();
    await settle();
    const rows = within(screen.getByRole('region', { name: 'Requests' })).getAllByRole('listitem');
    expect(rows.map((row) => within(row).queryByText('New patient') !== null)).toEqual([true, false, false]);
  });

  it('offers no confirmation of a request whose start has passed', async () => {
    const request = appointmentAt(new Date(NOON.getTime() + MINUTE), { status: 'pending' });
    serve(({ query }) => ({
      appointments: query.get('status')?.includes('pending') === true ? [request] : [],
      nextCursor: null,
    }));
    today();
    await settle();
    screen.getByRole('button', { name: 'Confirm' });
    await act(() => vi.advanceTimersByTimeAsync(2 * MINUTE));
    await settle();
    expect(screen.queryByRole('button', { name: 'Confirm' })).toBeNull();
    within(screen.getByRole('region', { name: 'Over, but still open' })).getByRole('button', { name: 'Decline' });
  });
});
