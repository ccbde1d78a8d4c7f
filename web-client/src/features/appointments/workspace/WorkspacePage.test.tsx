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

it('has one primary action while the patient waits: to admit them', async () => {
  const startsAt = new Date(currentTime().getTime() - 60_000);
  const waiting = { since: startsAt.toISOString(), present: true };
  const appointment = appointmentAt(startsAt, { id: 'begun', waiting });
  serve(() => ({ appointment }));
  show(
    <Route path="/visits/:id/workspace">
      <WorkspacePage record={nothing} chat={nothing} followUp={nothing} />
    </Route>,
    { session: loggedIn(DOCTOR), at: '/visits/begun/workspace' },
  );
  await screen.findByRole('button', { name: 'Complete the visit' });
  const primary = screen.getAllByRole('button').filter(({ className }) => className.includes('primary'));
  expect(primary.map(({ textContent }) => textContent)).toEqual(['Admit Nina Berg']);
});
