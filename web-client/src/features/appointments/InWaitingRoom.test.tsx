import { act, fireEvent, screen, waitFor } from '@testing-library/react';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { LiveSocket, SocketProblem } from '@/shared/socket';
import { appointmentAt, DOCTOR, loggedIn, PATIENT, show, withBrowser } from '@/test/show';
import { InWaitingRoom } from './InWaitingRoom';

const NOW = new Date(2027, 4, 6, 12);
const MINUTE = 60_000;
const waiting = { since: NOW.toISOString(), present: true };

beforeEach(() => {
  withBrowser();
  vi.useFakeTimers({ now: NOW, toFake: ['Date'] });
  return () => {
    vi.useRealTimers();
    vi.unstubAllGlobals();
    vi.restoreAllMocks();
  };
});

const visit = (more: Parameters<typeof appointmentAt>[1]) =>
  show(<InWaitingRoom appointment={appointmentAt(NOW, more)} />, { session: loggedIn(DOCTOR) });

describe('the waiting room, as the doctor sees it', () => {
  it('says who waits and since when', () => {
    visit({ waiting });
    screen.getByText(new RegExp(`^${PATIENT.name} has been in the waiting room since 12:00`));
    screen.getByRole('button', { name: `Admit ${PATIENT.name}` });
  });

  it('says for how long, minute by minute, and tells no screen reader each time', async () => {
    vi.useFakeTimers({ now: NOW.getTime() + 30_000, toFake: ['Date', 'setInterval', 'clearInterval'] });
    visit({ waiting });
    for (const words of [/ since 12:00/, / for 1 minute, since 12:00/, / for 2 minutes, since 12:00/]) {
      expect(screen.getByText(words).closest('[role="status"], [aria-live]')).toBeNull();
      await act(() => vi.advanceTimersByTimeAsync(MINUTE));
    }
  });

  it('says nothing of somebody who has left', () => {
    visit({ waiting: { ...waiting, present: false } });
    expect(screen.queryByText(/waiting room/)).toBeNull();
  });

  it.each([
    ['not_waiting', /has left the waiting room/],
    ['admitted_elsewhere', /on another device/],
    ['internal', /could not be admitted/],
  ])('tells why nobody was admitted: %s', async (code, words) => {
    vi.spyOn(LiveSocket.prototype, 'emit').mockRejectedValue(new SocketProblem(code));
    const { notices } = visit({ waiting });
    fireEvent.click(screen.getByRole('button', { name: /^Admit/ }));
    await waitFor(() => expect(notices.map(({ text }) => text)).toEqual([expect.stringMatching(words)]));
  });

  it('suggests a no-show from the time on that the server says', () => {
    const { again } = visit({ noShowSuggestedAt: new Date(NOW.getTime() + MINUTE).toISOString() });
    expect(screen.queryByText(/has not come/)).toBeNull();
    again(
      <InWaitingRoom appointment={appointmentAt(NOW, { noShowSuggestedAt: new Date(NOW.getTime()).toISOString() })} />,
    );
    screen.getByText(`${PATIENT.name} has not come to the visit.`);
    screen.getByRole('button', { name: 'Patient did not come' });
  });
});
