import { act, fireEvent, screen, waitFor } from '@testing-library/react';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { Appointment } from '@/shared/api';
import { type ClientEvents, LiveSocket, type ServerEvents, SocketProblem } from '@/shared/socket';
import { Route } from '@/shared/router';
import { currentTime } from '@/shared/time';
import { appointmentAt, DOCTOR, loggedIn, PATIENT, serve, show, withBrowser } from '@/test/show';
import WaitingPage from './WaitingPage';

let visit: Appointment;
let refusal: string | undefined;
let late: number;
let sent: string[];
let hear: Map<string, (payload: never) => void>;

beforeEach(() => {
  withBrowser();
  visit = { ...appointmentAt(currentTime()), id: 'v1' };
  refusal = undefined;
  late = 0;
  sent = [];
  hear = new Map();
  serve(({ path }) => (path.includes('/doctors/') ? { runningLateMinutes: late } : { appointment: visit }));
  vi.spyOn(LiveSocket.prototype, 'state', 'get').mockReturnValue('connected');
  vi.spyOn(LiveSocket.prototype, 'emit').mockImplementation((event: keyof ClientEvents) => {
    sent.push(event);
    return refusal === undefined || event !== 'waiting-join'
      ? Promise.resolve({ since: visit.startsAt } as never)
      : Promise.reject(new SocketProblem(refusal));
  });
  vi.spyOn(LiveSocket.prototype, 'on').mockImplementation((event, listener) => {
    hear.set(event, listener);
    return () => undefined;
  });
  return () => {
    vi.unstubAllGlobals();
    vi.restoreAllMocks();
  };
});

const page = () =>
  show(
    <Route path="/visits/:id/waiting">
      <WaitingPage />
    </Route>,
    { session: loggedIn(PATIENT), at: '/visits/v1/waiting' },
  );

function told(payload: ServerEvents['waiting-updated']): void {
  act(() => hear.get('waiting-updated')?.(payload as never));
}

describe('a patient in the waiting room', () => {
  it('is told that the doctor knows, and what happens next', async () => {
    late = 15;
    page();
    await screen.findByText(`${DOCTOR.name} knows that you are here.`);
    screen.getByText(`${DOCTOR.name} lets you in when the visit begins.`);
    await screen.findByText(`${DOCTOR.name} is running about 15 minutes late.`);
    expect(sent).toEqual(['waiting-join']);
  });

  it('leaves with the page', async () => {
    const { unmount } = page();
    await screen.findByText(/knows that you are here/);
    unmount();
    expect(sent).toEqual(['waiting-join', 'waiting-leave']);
  });

  it.each([
    ['too_early', /opens 15 minutes before/],
    ['limit_reached', /waiting rooms of other visits/],
    ['illegal_transition', /is closed/],
  ])('is told why not: %s', async (code, words) => {
    refusal = code;
    page();
    await screen.findByText(words);
  });

  it('enters by itself when the room opens, and has nothing to press before', async () => {
    vi.useFakeTimers({ toFake: ['Date', 'setInterval', 'clearInterval'] });
    visit = { ...appointmentAt(new Date(Date.now() + 15 * 60_000 + 3_000)), id: 'v1' };
    refusal = 'too_early';
    page();
    await screen.findByText(/opens 15 minutes before/);
    expect(screen.queryByRole('button', { name: 'Enter the waiting room' })).toBeNull();
    refusal = undefined;
    act(() => {
      vi.advanceTimersByTime(5_000);
    });
    await screen.findByText(/knows that you are here/);
    vi.useRealTimers();
  });

  it('can come back after the waiting has ended', async () => {
    page();
    await screen.findByText(/knows that you are here/);
    told({ appointmentId: 'another', since: visit.startsAt, present: false });
    screen.getByText(/knows that you are here/);
    told({ appointmentId: 'v1', since: visit.endsAt, present: false });
    screen.getByText(/knows that you are here/);
    told({ appointmentId: 'v1', since: visit.startsAt, present: false });
    screen.getByText('You are no longer in the waiting room.');
    fireEvent.click(screen.getByRole('button', { name: 'Enter the waiting room' }));
    await screen.findByText(/knows that you are here/);
    await waitFor(() => expect(sent).toEqual(['waiting-join', 'waiting-join']));
  });

  it('is told of a visit that was cancelled', async () => {
    visit = { ...visit, status: 'cancelled' };
    refusal = 'illegal_transition';
    page();
    await screen.findByText(/does not take place now/);
    expect(screen.queryByRole('button', { name: 'Enter the waiting room' })).toBeNull();
  });
});
