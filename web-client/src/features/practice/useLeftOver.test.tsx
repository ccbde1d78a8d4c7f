import { fireEvent, screen, waitFor } from '@testing-library/react';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { forgetDrafts } from '@/shared/forms';
import { appointmentAt, DOCTOR, loggedIn, serve, show, withBrowser } from '@/test/show';
import CalendarPage from './calendar/CalendarPage';
import { DaysEditor } from './DaysEditor';
import { DAYS } from './week';
import { WeekEditor } from './WeekEditor';

const HOURS = [{ startTime: '09:00', endTime: '17:00' }];
const doctor = {
  ...DOCTOR,
  schedule: DAYS.map((day) => ({ day, windows: HOURS })),
};
const session = loggedIn(doctor);
const LISTED = /^1 visit no longer fits/;

beforeEach(() => {
  withBrowser();
  forgetDrafts();
  const saved = {
    version: 2,
    doctor: { ...doctor, rating: { average: 0, count: 0 }, verified: true },
    schedule: doctor.schedule,
    overrides: [],
    noLongerFit: [appointmentAt(new Date('2099-05-06T09:00:00Z'))],
  };
  serve(({ path }) => (path.startsWith('/api/appointments') ? { appointments: [], nextCursor: null } : saved));
  return () => vi.unstubAllGlobals();
});

describe('visits that no longer fit', () => {
  it('are still listed where the week was saved when one comes back, until they are hidden', async () => {
    const { again } = show(<WeekEditor />, { session });
    fireEvent.click(screen.getByRole('button', { name: 'Save the week' }));
    await screen.findByText(LISTED);
    again(<hr />);
    expect(screen.queryByText(LISTED)).toBeNull();
    again(<WeekEditor />);
    screen.getByText(LISTED);
    fireEvent.click(screen.getByRole('button', { name: 'Hide this list' }));
    await waitFor(() => expect(screen.queryByText(LISTED)).toBeNull());
    again(<hr />);
    again(<WeekEditor />);
    expect(screen.queryByText(LISTED)).toBeNull();
  });

  it('are listed once on the page, where the change was made', async () => {
    show(
      <>
        <WeekEditor />
        <DaysEditor />
      </>,
      { session },
    );
    fireEvent.change(screen.getByLabelText('First date'), { target: { value: '2099-05-06' } });
    fireEvent.click(screen.getByRole('button', { name: 'Save these dates' }));
    await screen.findByText(LISTED);
    expect(screen.getAllByText(LISTED)).toHaveLength(1);
  });

  it('are listed after a time was blocked in the calendar, and with the special days', async () => {
    const { again } = show(<CalendarPage />, { session, at: '/calendar?view=day&date=2099-05-06' });
    fireEvent.click(await screen.findByRole('button', { name: /^Add something on/ }));
    fireEvent.click(screen.getByRole('button', { name: 'Block this time' }));
    await screen.findByText(LISTED);
    again(<DaysEditor />);
    screen.getByText(LISTED);
  });
});
