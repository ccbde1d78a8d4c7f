import { screen } from '@testing-library/react';
import { expect, it } from 'vitest';
import { Route } from '@/shared/router';
import { appointmentAt, loggedIn, PATIENT, serve, show, withBrowser } from '@/test/show';
import BookedPage from './BookedPage';

it('asks for the appointment once after a reload, because one reply has all that the page shows', async () => {
  withBrowser();
  const booked = appointmentAt(new Date('2027-05-06T12:00:00Z'), { id: 'booked', status: 'pending' });
  const asked = serve(({ path }) =>
    path === '/api/appointments/booked' ? { appointment: booked, usualConfirmationMinutes: 120 } : 404,
  );
  show(<Route path="/visits/:id/booked" component={BookedPage} />, {
    session: loggedIn(PATIENT),
    at: '/visits/booked/booked',
  });
  // A sentence of its own, and no part of another.
  await screen.findByText(/^Dr\. .* usually confirms within 2 hours\.$/);
  screen.getByText('15 minutes before the visit, the waiting room opens on its page.');
  expect(asked.filter(({ path }) => path === '/api/appointments/booked')).toHaveLength(1);
});
