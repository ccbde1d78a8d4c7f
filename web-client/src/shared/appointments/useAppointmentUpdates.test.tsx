import { useQuery } from '@tanstack/react-query';
import { act, screen, waitFor } from '@testing-library/react';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { Appointment, Notice, User } from '@/shared/api';
import { LiveSocket } from '@/shared/socket';
import type { SocketState } from '@/shared/socket/LiveSocket';
import { hear, withEvents } from '@/test/events';
import { appointmentAt, DOCTOR, loggedIn, PATIENT, serve, show, withBrowser } from '@/test/show';
import { appointmentQuery, useAppointments, useAppointmentUpdates } from '.';

beforeEach(() => {
  withBrowser();
  withEvents();
  return () => {
    vi.restoreAllMocks();
    vi.unstubAllGlobals();
  };
});

function Updates() {
  useAppointmentUpdates();
  return null;
}

const page = (user: User) => show(<Updates />, { session: loggedIn(user) }).notices;

const BOOKED_AT = '2026-03-01T12:00:00.000Z';
const LATER = '2026-03-01T13:00:00.000Z';
const requested = { from: null, to: 'pending', by: PATIENT.id, at: BOOKED_AT, reason: null } as const;
const confirmed = { from: 'pending', to: 'scheduled', by: DOCTOR.id, at: LATER, reason: null } as const;
const visit = (more: Partial<Appointment> = {}) =>
  appointmentAt(new Date('2026-03-02T09:00:00Z'), { id: 'visit', history: [requested, confirmed], ...more });
const notice = (more: Partial<Notice> = {}): Notice => ({
  seq: 1,
  kind: 'visit_confirmed',
  at: LATER,
  readAt: null,
  appointmentId: 'visit',
  from: DOCTOR.id,
  ...more,
});

describe('what is said of a change of a visit', () => {
  it('is nothing when only its notes were saved, although the page did not know the visit', async () => {
    const said = page(PATIENT);
    hear('appointment-updated', { appointment: visit({ notes: 'Rest' }) });
    hear('notice', { notice: notice({ kind: 'visit_moved' }) });
    await waitFor(() => expect(said).not.toEqual([]));
    expect(said.map(({ text }) => text)).toEqual([expect.stringMatching(/^Dr. Marta Vidal moved the visit to /)]);
  });

  it.each<[string, User, Partial<Notice>, Appointment]>([
    ['Nina Berg has requested a visit:', DOCTOR, { kind: 'visit_requested', from: PATIENT.id, at: BOOKED_AT }, visit()],
    ['Dr. Marta Vidal confirmed the visit:', PATIENT, {}, visit()],
    [
      'Nina Berg booked a visit:',
      DOCTOR,
      { from: PATIENT.id, at: BOOKED_AT },
      visit({ history: [{ ...requested, to: 'scheduled' }] }),
    ],
    ['The visit with Nina Berg was not confirmed in time.', DOCTOR, { kind: 'visit_declined', from: null }, visit()],
    ['Dr. Marta Vidal declined the visit:', PATIENT, { kind: 'visit_declined' }, visit()],
    ['Nina Berg cancelled the visit:', DOCTOR, { kind: 'visit_cancelled', from: PATIENT.id }, visit()],
    ['Dr. Marta Vidal is running late.', PATIENT, { kind: 'running_late' }, visit()],
    ['A visit was cancelled:', DOCTOR, { kind: 'visit_cancelled', from: null }, visit()],
    ['Reminder of your visit with Dr. Marta Vidal:', PATIENT, { kind: 'visit_reminder', from: null }, visit()],
    ['Nina Berg has rated the visit.', DOCTOR, { kind: 'review_received', from: PATIENT.id }, visit()],
  ])('is "%s"', async (text, user, what, appointment) => {
    const said = page(user);
    hear('appointment-updated', { appointment });
    hear('notice', { notice: notice(what) });
    await waitFor(() => expect(said).toHaveLength(1));
    expect(said[0]?.text).toMatch(new RegExp(`^${text}`));
  });

  it('is nothing when a call was missed', async () => {
    const said = page(DOCTOR);
    hear('appointment-updated', { appointment: visit() });
    hear('notice', { notice: notice({ kind: 'missed_call', from: PATIENT.id }) });
    hear('notice', { notice: notice({ kind: 'review_received', from: PATIENT.id }) });
    await waitFor(() => expect(said).not.toEqual([]));
    expect(said.map(({ text }) => text)).toEqual(['Nina Berg has rated the visit.']);
  });

  it('is asked for when the page does not know the visit', async () => {
    const asked = serve(() => ({ appointment: visit() }));
    const said = page(PATIENT);
    hear('notice', { notice: notice() });
    await waitFor(() => expect(said).toHaveLength(1));
    expect(asked.map(({ path }) => path)).toEqual(['/api/appointments/visit']);
  });
});

function Notes() {
  const { data } = useQuery(appointmentQuery('visit'));
  return <p>{data?.notes}</p>;
}

it('is no reason for a doctor to lose the notes, which the event lacks: the page asks for them again', async () => {
  const asked = serve(() => ({ appointment: visit({ notes: `Notes ${asked.length}`, version: asked.length }) }));
  show(
    <>
      <Notes />
      <Updates />
    </>,
    { session: loggedIn(DOCTOR) },
  );
  await screen.findByText('Notes 1');
  hear('appointment-updated', { appointment: visit({ notes: null, version: 1 }) });
  hear('appointment-updated', { appointment: visit({ notes: null, version: 2 }) });
  await screen.findByText('Notes 2');
  expect(asked).toHaveLength(2);
});

function Reasons() {
  const { items = [] } = useAppointments({});
  return items.map(({ id, reason }) => <p key={id}>{reason}</p>);
}

it.each<{ state: SocketState; asked: number }>([
  { state: 'connecting', asked: 1 },
  { state: 'connected', asked: 2 },
])(
  'has appointments read $asked time(s) when its code arrives and the connection is $state',
  async ({ state, asked }) => {
    vi.spyOn(LiveSocket.prototype, 'state', 'get').mockReturnValue(state);
    const requests = serve(() => ({
      appointments: [appointmentAt(new Date('2026-12-01T10:00:00Z'), { reason: `Reason ${requests.length}` })],
      nextCursor: null,
    }));
    const { again } = show(<Reasons />, { session: loggedIn(PATIENT) });
    await screen.findByText('Reason 1');
    again(
      <>
        <Reasons />
        <Updates />
      </>,
    );
    await act(() => Promise.resolve());
    await waitFor(() => screen.getByText(`Reason ${asked}`));
    expect(requests).toHaveLength(asked);
  },
);

it('shows in lists a change that a doctor is told of after a notice of it had the page ask for the visit alone', async () => {
  const stored = visit({ reason: 'Reason 1', version: 1 });
  serve(({ path }) =>
    path === '/api/appointments/visit' ? { appointment: stored } : { appointments: [{ ...stored }], nextCursor: null },
  );
  const { notices } = show(
    <>
      <Reasons />
      <Updates />
    </>,
    { session: loggedIn(DOCTOR) },
  );
  await screen.findByText('Reason 1');
  Object.assign(stored, { reason: 'Reason 2', version: 2 });
  hear('notice', { notice: notice({ kind: 'visit_cancelled', from: PATIENT.id }) });
  await waitFor(() => expect(notices).toHaveLength(1));
  hear('appointment-updated', { appointment: stored });
  await screen.findByText('Reason 2');
});

it('keeps a change that was told while a reply from before it was under way', async () => {
  let answer: () => void = () => undefined;
  const late = new Promise<void>((resolve) => (answer = resolve));
  const requests = serve(async () => {
    const first = requests.length === 1;
    if (!first) {
      await late;
    }
    return { appointment: visit({ notes: 'Notes 1', version: 1 }), usualConfirmationMinutes: null };
  });
  const { queries } = show(
    <>
      <Notes />
      <Updates />
    </>,
    { session: loggedIn(PATIENT) },
  );
  await screen.findByText('Notes 1');
  act(() => void queries.invalidateQueries({ queryKey: ['appointment'] }));
  await waitFor(() => expect(requests).toHaveLength(2));
  hear('appointment-updated', { appointment: visit({ notes: 'Notes 2', version: 2 }) });
  answer();
  await waitFor(() => expect(queries.isFetching()).toBe(0));
  screen.getByText('Notes 2');
});
