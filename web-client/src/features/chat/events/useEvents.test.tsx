import { screen, waitFor } from '@testing-library/react';
import { useQueryClient } from '@tanstack/react-query';
import { beforeEach, expect, it, vi } from 'vitest';
import { askAgain } from '@/shared/api';
import { appointmentAt, DOCTOR, loggedIn, PATIENT, serve, show, withBrowser } from '@/test/show';
import { useEvents } from './useEvents';

beforeEach(() => {
  withBrowser();
  return () => vi.unstubAllGlobals();
});

function Events() {
  const queries = useQueryClient();
  return (
    <>
      <output>
        {useEvents(PATIENT.id, DOCTOR.id)
          .map(({ kind }) => kind)
          .join()}
      </output>
      <button onClick={() => ['appointments', 'calls'].forEach((key) => askAgain(queries, [key]))} />
    </>
  );
}
const shown = () => screen.getByRole('status').textContent;

const visits = { appointments: [appointmentAt(new Date('2026-03-05T10:00:00Z'))], nextCursor: null };
const missed = {
  id: 'c',
  caller: { id: DOCTOR.id, name: DOCTOR.name },
  callee: { id: PATIENT.id, name: PATIENT.name },
  appointmentId: null,
  media: 'video',
  startedAt: '2026-03-02T09:00:00Z',
  answeredAt: null,
  endedAt: '2026-03-02T09:01:00Z',
  endReason: 'unanswered',
};

it('asks once for a bounded list of each, and for no notes', async () => {
  const asked = serve(({ path }) => (path === '/api/calls' ? { calls: [missed], nextCursor: 'more' } : visits));
  show(<Events />, { session: loggedIn(PATIENT) });
  await waitFor(() => expect(shown()).toBe('visit,call'));
  expect(asked.map(({ path, query }) => [path, Object.fromEntries(query)])).toEqual([
    ['/api/appointments', { with: DOCTOR.id, order: 'desc', limit: '100', notes: 'false' }],
    ['/api/calls', { limit: '100' }],
  ]);
});

it('shows the one when the other cannot be loaded', async () => {
  serve(({ path }) => (path === '/api/calls' ? 500 : visits));
  show(<Events />, { session: loggedIn(PATIENT) });
  await waitFor(() => expect(shown()).toBe('visit'));
});

it('follows what changes meanwhile, and keeps what it has when that cannot be loaded', async () => {
  let answer: object | number = { calls: [], nextCursor: null };
  const asked = serve(({ path }) => (path === '/api/calls' ? answer : visits));
  show(<Events />, { session: loggedIn(PATIENT) });
  await waitFor(() => expect(shown()).toBe('visit'));
  answer = { calls: [missed], nextCursor: null };
  screen.getByRole('button').click();
  await waitFor(() => expect(shown()).toBe('visit,call'));
  answer = 500;
  screen.getByRole('button').click();
  await waitFor(() => expect(asked).toHaveLength(6));
  expect(shown()).toBe('visit,call');
});
