import { act, screen, within } from '@testing-library/react';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { Appointment } from '@/shared/api';
import { appointmentAt, loggedIn, PATIENT, serve, show, withBrowser } from '@/test/show';
import HomePage from './HomePage';

const NOON = new Date(2027, 4, 6, 12);
const MINUTE = 60_000;
const inMinutes = (minutes: number, more: Partial<Appointment> = {}) =>
  appointmentAt(new Date(NOON.getTime() + minutes * MINUTE), more);

beforeEach(() => {
  withBrowser();
  vi.useFakeTimers({ now: NOON, toFake: ['Date', 'setInterval', 'clearInterval', 'setTimeout', 'clearTimeout'] });
  return () => {
    vi.useRealTimers();
    vi.unstubAllGlobals();
  };
});

async function home({ coming = [], past = [] }: { coming?: Appointment[]; past?: Appointment[] }) {
  serve(({ path, query }) =>
    path === '/api/appointments'
      ? { appointments: query.get('status') === 'completed' ? past : coming, nextCursor: null }
      : { runningLateMinutes: 0 },
  );
  show(<HomePage />, { session: loggedIn(PATIENT) });
  await act(() => vi.advanceTimersByTimeAsync(100));
}
const next = () => within(screen.getByRole('region', { name: 'Visit with Dr. Marta Vidal' }));

describe("a patient's start page", () => {
  it.each([
    [3 * 24 * 60, 'In 3 days'],
    [5 * 60, 'In 5 hours'],
    [59, 'In 59 minutes'],
    [1, 'In 1 minute'],
  ])('begins with the visit that comes next, %d minutes ahead', async (minutes, words) => {
    await home({ coming: [inMinutes(minutes)] });
    next().getByText(words);
  });

  it('leads to the test of the devices, and to the waiting room as soon as it is open', async () => {
    const visit = inMinutes(16);
    await home({ coming: [visit] });
    expect(next().getByRole('link', { name: 'Test camera and connection' }).getAttribute('href')).toBe('/check');
    await act(() => vi.advanceTimersByTimeAsync(MINUTE));
    expect(next().getByRole('link', { name: 'Enter the waiting room' }).getAttribute('href')).toBe(
      `/visits/${visit.id}/waiting`,
    );
    next().getByText('In 15 minutes');
  });

  it('leads to the chat when the two meet in writing', async () => {
    await home({ coming: [inMinutes(5, { mode: 'chat' })] });
    expect(next().getByRole('link', { name: 'Write a message' }).getAttribute('href')).toBe('/messages/doctor');
  });

  it('tells requests from what is confirmed', async () => {
    await home({ coming: [inMinutes(60, { status: 'pending' }), inMinutes(90), inMinutes(120)] });
    next().getByText('In 2 hours');
    within(screen.getByRole('region', { name: 'Waiting for an answer' })).getByText(/13:00|1:00/);
    within(screen.getByRole('region', { name: 'Later visits' })).getByText(/14:00|2:00/);
  });

  it('has the notes of past visits', async () => {
    await home({ past: [inMinutes(-1440, { status: 'completed', notes: 'Rest, and tea.' })] });
    screen.getByRole('heading', { name: 'No visits yet' });
    within(screen.getByRole('region', { name: 'Past visits' })).getByText('Rest, and tea.');
  });
});
