import { screen, within } from '@testing-library/react';
import { beforeEach, describe, expect, it } from 'vitest';
import { appointmentAt, DOCTOR, loggedIn, show, withBrowser } from '@/test/show';
import { AppointmentList } from './AppointmentList';
import { TimeGrid } from './TimeGrid';

const DATE = '2027-05-06';
const at = (hour: number, more: Parameters<typeof appointmentAt>[1]) =>
  appointmentAt(new Date(`${DATE}T${String(hour).padStart(2, '0')}:00:00Z`), more);

// Null is what a node of the former release says; a visit that was confirmed is no request any more.
const APPOINTMENTS = [
  at(9, { status: 'pending', newPatient: true }),
  at(10, { status: 'pending', newPatient: false }),
  at(11, { status: 'pending', newPatient: null }),
  at(12, { status: 'scheduled', newPatient: true }),
];
const MARKED = [true, false, false, false];

beforeEach(() => withBrowser());

describe('a request of a new patient', () => {
  it('is marked on the time axis, in the name of its block too', () => {
    show(<TimeGrid dates={[DATE]} appointments={APPOINTMENTS} />, { session: loggedIn(DOCTOR) });
    const blocks = screen.getAllByRole('link');
    expect(blocks.map((block) => block.querySelector('.lucide-user-plus') !== null)).toEqual(MARKED);
    expect(screen.getAllByRole('link', { name: /, Waiting for confirmation, New patient/ })).toEqual([blocks[0]]);
  });

  it('is marked in the list', () => {
    show(<AppointmentList dates={[DATE]} appointments={APPOINTMENTS} zone="UTC" />);
    const rows = screen.getAllByRole('listitem');
    expect(rows.map((row) => within(row).queryByText('New patient') !== null)).toEqual(MARKED);
  });
});
