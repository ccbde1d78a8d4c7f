import { screen } from '@testing-library/react';
import { beforeEach, expect, it, vi } from 'vitest';
import { hear, withEvents } from '@/test/events';
import { loggedIn, PATIENT, serve, show, withBrowser } from '@/test/show';
import { useLateness } from './lateness';

beforeEach(() => {
  withBrowser();
  withEvents();
  return () => {
    vi.restoreAllMocks();
    vi.unstubAllGlobals();
  };
});

function Late() {
  return <p>{useLateness('rao', true)}</p>;
}

function tell(minutes: number) {
  hear('running-late', { doctorId: 'rao', minutes });
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
