import { useQuery } from '@tanstack/react-query';
import { fireEvent, screen } from '@testing-library/react';
import { beforeEach, expect, it, vi } from 'vitest';
import type { Appointment } from '@/shared/api';
import { hear, withEvents } from '@/test/events';
import { appointmentAt, DOCTOR, loggedIn, PATIENT, serve, show, withBrowser } from '@/test/show';
import { APPOINTMENT_LISTS, appointmentQuery, useAppointments, useRememberAppointment } from './appointments';
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

it('a list that is to be asked for again stays so when somebody comes', async () => {
  serve(() => ({ appointments: [VISIT], nextCursor: null }));
  const { queries } = show(<Lists />, { session: loggedIn(PATIENT) });
  await screen.findByText('visit');
  await queries.invalidateQueries({ queryKey: APPOINTMENT_LISTS, refetchType: 'none' });
  hear('waiting-updated', { appointmentId: 'visit', since: VISIT.startsAt, present: true });
  expect(
    queries
      .getQueryCache()
      .findAll({ queryKey: APPOINTMENT_LISTS })
      .map(({ state }) => state.isInvalidated),
  ).toEqual([true]);
});

/** What a page does with the reply to a change of a visit. */
function Change({ reply }: { reply: Appointment }) {
  useWaitingUpdates();
  const remember = useRememberAppointment();
  const { data } = useQuery(appointmentQuery('visit'));
  return (
    <button type="button" onClick={() => remember(reply)}>
      {`${data?.version ?? 0} ${data !== undefined && isWaiting(data) ? 'waits' : 'does not wait'}`}
    </button>
  );
}

it('a change that was answered before the patient was let in does not bring them back to the waiting room', async () => {
  const waiting = { since: VISIT.startsAt, present: true };
  serve(() => ({ appointment: { ...VISIT, version: 1, waiting }, usualConfirmationMinutes: null }));
  show(<Change reply={{ ...VISIT, version: 2, waiting }} />, { session: loggedIn(DOCTOR) });
  await screen.findByText('1 waits');
  hear('waiting-updated', { appointmentId: 'visit', since: waiting.since, present: false });
  fireEvent.click(await screen.findByText('1 does not wait'));
  await screen.findByText('2 does not wait');
});
