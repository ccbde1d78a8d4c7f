import { act, fireEvent, screen } from '@testing-library/react';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { appointmentAt, DOCTOR, loggedIn, serve, show } from '@/test/show';
import { ConfirmAppointment } from './ConfirmAppointment';

const NOON = new Date(2027, 4, 6, 12);
const request = appointmentAt(new Date(NOON.getTime() + 3_600_000), { status: 'pending' });

beforeEach(() => {
  vi.useFakeTimers({ now: NOON, toFake: ['Date', 'setTimeout', 'clearTimeout'] });
  return () => {
    vi.useRealTimers();
    vi.unstubAllGlobals();
  };
});

const wait = (milliseconds: number) => act(() => vi.advanceTimersByTimeAsync(milliseconds));
const press = (name: string) => fireEvent.click(screen.getByRole('button', { name }));

function shown() {
  const asked = serve(() => ({ appointment: { ...request, status: 'scheduled', version: 2 } }));
  return { asked, ...show(<ConfirmAppointment appointment={request} undoable />, { session: loggedIn(DOCTOR) }) };
}

describe('a confirmation that can be taken back', () => {
  it('is sent after 5 seconds', async () => {
    const { asked, notices } = shown();
    press('Confirm');
    await wait(4_900);
    expect(asked).toEqual([]);
    await wait(200);
    expect(asked.map(({ path }) => path.split('/').at(-1))).toEqual(['confirm']);
    expect(notices.map(({ text }) => text)).toEqual(['The visit is confirmed.']);
  });

  it('is not sent when it is taken back, and can be given again', async () => {
    const { asked } = shown();
    press('Confirm');
    await wait(2_000);
    press('Undo');
    await wait(10_000);
    expect(asked).toEqual([]);
    press('Confirm');
    await wait(5_100);
    expect(asked).toHaveLength(1);
  });

  it('is not taken back by the second press of a double one', async () => {
    const { asked } = shown();
    press('Confirm');
    await wait(200);
    press('Undo');
    await wait(5_000);
    expect(asked).toHaveLength(1);
  });

  it('is sent at once when the page is left or closed, and only once', async () => {
    const { asked, unmount } = shown();
    press('Confirm');
    act(() => {
      window.dispatchEvent(new Event('pagehide'));
    });
    await wait(0);
    expect(asked).toHaveLength(1);
    unmount();
    await wait(6_000);
    expect(asked).toHaveLength(1);
  });

  it('is sent when another page is opened', async () => {
    const { asked, unmount } = shown();
    press('Confirm');
    unmount();
    await wait(0);
    expect(asked).toHaveLength(1);
  });
});
