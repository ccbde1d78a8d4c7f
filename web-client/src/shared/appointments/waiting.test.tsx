import { useQuery } from '@tanstack/react-query';
import { screen } from '@testing-library/react';
import { beforeEach, expect, it, vi } from 'vitest';
import { hear, withEvents } from '@/test/events';
import { appointmentAt, loggedIn, PATIENT, serve, show, withBrowser } from '@/test/show';
import { useAppointments } from './appointments';
import { isWaiting, useWaitingUpdates } from './waiting';

beforeEach(() => {
  withBrowser();
  withEvents();
  return () => {
    vi.restoreAllMocks();
    vi.unstubAllGlobals();
  };
});

const VISIT = appointmentAt(new Date('2027-05-06T09:00:00Z'), { id: 'visit' });

/** A list, and beside it another question about appointments, whose answer has another shape. */
function Lists() {
  useWaitingUpdates();
  const list = useAppointments({ status: ['scheduled'] });
  const other = useQuery({ queryKey: ['appointments', 'next', 'doctor'], queryFn: () => ({ appointments: [VISIT] }) });
  return (
    <>
      <p>{String(list.items?.map(isWaiting))}</p>
      <p>{other.data?.appointments[0]?.id}</p>
    </>
  );
}

it('who waits is shown in lists, and answers of another shape stay as they are', async () => {
  serve(() => ({ appointments: [VISIT], nextCursor: null }));
  show(<Lists />, { session: loggedIn(PATIENT) });
  await screen.findByText('false');
  await screen.findByText('visit');
  hear('waiting-updated', { appointmentId: 'visit', since: VISIT.startsAt, present: true });
  await screen.findByText('true');
  expect(screen.getByText('visit')).toBeTruthy();
});

it('a reply that was under way when somebody came does not hide who waits', async () => {
  let answer: () => void = () => undefined;
  const first = new Promise<void>((resolve) => (answer = resolve));
  const requests = serve(async () => {
    const before = requests.length === 1;
    if (before) {
      await first;
    }
    const waiting = before ? null : { since: VISIT.startsAt, present: true };
    return { appointments: [{ ...VISIT, waiting }], nextCursor: null };
  });
  show(<Lists />, { session: loggedIn(PATIENT) });
  await screen.findByText('visit');
  hear('waiting-updated', { appointmentId: 'visit', since: VISIT.startsAt, present: true });
  answer();
  await screen.findByText('true');
});
