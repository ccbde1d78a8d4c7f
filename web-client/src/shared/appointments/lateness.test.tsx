import { act, screen } from '@testing-library/react';
import { beforeEach, expect, it, vi } from 'vitest';
import { LiveSocket, type ServerEvents } from '@/shared/socket';
import { loggedIn, PATIENT, serve, show, withBrowser } from '@/test/show';
import { useLateness } from './lateness';

const listeners = new Map<string, (payload: never) => void>();

beforeEach(() => {
  withBrowser();
  vi.spyOn(LiveSocket.prototype, 'on').mockImplementation((event, listener) => {
    listeners.set(event, listener);
    return () => listeners.delete(event);
  });
  return () => {
    vi.restoreAllMocks();
    vi.unstubAllGlobals();
  };
});

function Late() {
  return <p>{useLateness('rao', true)}</p>;
}

function tell(minutes: number) {
  const event: ServerEvents['running-late'] = { doctorId: 'rao', minutes };
  act(() => listeners.get('running-late')?.(event as never));
}

it('what the doctor says now is shown, whatever was asked before', async () => {
  const answers: ((minutes: number) => void)[] = [];
  serve(async () => ({ runningLateMinutes: await new Promise<number>((resolve) => answers.push(resolve)) }));
  show(<Late />, { session: loggedIn(PATIENT) });
  await expect.poll(() => answers.length).toBe(1);
  tell(20);
  await screen.findByText('20');
  answers[0]?.(0);
  await expect.poll(() => answers.length).toBe(2);
  expect(screen.getByText('20')).toBeTruthy();
  answers[1]?.(20);
  tell(30);
  await screen.findByText('30');
});
