import { fireEvent, screen } from '@testing-library/react';
import { beforeEach, it, vi } from 'vitest';
import { currentTime, plusDays } from '@/shared/time';
import { appointmentAt, loggedIn, PATIENT, serve, show, withBrowser } from '@/test/show';
import { MoveAppointment } from './MoveAppointment';

beforeEach(() => {
  withBrowser();
  return () => vi.unstubAllGlobals();
});

it('says the new time in the zones of both people', async () => {
  const date = plusDays(currentTime().toISOString().slice(0, 10), 1);
  const slot = { date, startTime: '12:00', endTime: '12:30' };
  serve(() => ({
    timeZone: 'UTC',
    slots: [{ ...slot, startsAt: `${date}T12:00:00.000Z`, endsAt: `${date}T12:30:00.000Z` }],
  }));
  const appointment = appointmentAt(new Date('2099-05-06T09:00:00Z'), { timeZone: 'Pacific/Kiritimati' });
  show(<MoveAppointment appointment={appointment} />, { session: loggedIn(PATIENT) });
  fireEvent.click(screen.getByRole('button', { name: 'Move this visit' }));
  fireEvent.click(await screen.findByRole('button', { name: / at 12:00/ }));
  screen.getByText('New time');
  screen.getByText(/^your time, .* in Kiritimati$/);
});
