import { screen } from '@testing-library/react';
import { beforeEach, expect, it, vi } from 'vitest';
import { Route } from '@/shared/router';
import { currentTime } from '@/shared/time';
import { appointmentAt, DOCTOR, loggedIn, serve, show, withBrowser } from '@/test/show';
import WorkspacePage from './WorkspacePage';

beforeEach(() => {
  withBrowser();
  return () => vi.unstubAllGlobals();
});

const nothing = () => null;
const workspace = () =>
  show(
    <Route path="/visits/:id/workspace">
      <WorkspacePage record={nothing} chat={nothing} followUp={nothing} />
    </Route>,
    { session: loggedIn(DOCTOR), at: '/visits/begun/workspace' },
  );

it('says after the calls of the visit how long they lasted, and nothing of others', async () => {
  const appointment = appointmentAt(new Date(currentTime().getTime() - 60_000), { id: 'begun' });
  const call = {
    id: 'second',
    caller: { id: DOCTOR.id, name: DOCTOR.name },
    callee: appointment.patient,
    appointmentId: 'begun',
    media: 'video',
    startedAt: '2027-05-06T09:20:00.000Z',
    answeredAt: '2027-05-06T09:20:05.000Z',
    endedAt: '2027-05-06T09:32:36.000Z',
    endReason: 'hangup',
  };
  const first = { ...call, id: 'first', answeredAt: '2027-05-06T09:31:36.000Z' };
  const unanswered = { ...call, id: 'none', answeredAt: null };
  const other = { ...call, id: 'other', appointmentId: 'another' };
  serve(({ path }) =>
    path === '/api/calls' ? { calls: [call, other, unanswered, first], nextCursor: null } : { appointment },
  );
  workspace();
  const lasted = await screen.findAllByText(/^The call at \S+( [AP]M)? lasted /);
  expect(lasted.map(({ textContent }) => /lasted (.*)/.exec(textContent)?.[1])).toEqual(['1:00.', '12:31.']);
});

it('has one primary action while the patient waits: to admit them', async () => {
  const startsAt = new Date(currentTime().getTime() - 60_000);
  const waiting = { since: startsAt.toISOString(), present: true };
  const appointment = appointmentAt(startsAt, { id: 'begun', waiting });
  serve(() => ({ appointment }));
  workspace();
  await screen.findByRole('button', { name: 'Complete the visit' });
  const primary = screen.getAllByRole('button').filter(({ className }) => className.includes('primary'));
  expect(primary.map(({ textContent }) => textContent)).toEqual(['Admit Nina Berg']);
});
