import { fireEvent, screen } from '@testing-library/react';
import { beforeEach, expect, it, vi } from 'vitest';
import { DOCTOR, loggedIn, PATIENT, serve, show, withBrowser } from '@/test/show';
import PatientPage from './PatientPage';
import PatientsPage from './PatientsPage';

const { id, name, avatar } = PATIENT;
const patient = { ...PATIENT, id, name, avatar };

beforeEach(() => {
  withBrowser();
  serve(({ path }) =>
    path === '/api/patients'
      ? { patients: [patient], nextCursor: null }
      : path === '/api/appointments'
        ? { appointments: [], nextCursor: null }
        : { patient },
  );
  return () => vi.unstubAllGlobals();
});

it.each([
  ['UTC', /on .* at \S+( [AP]M)?\?$/],
  ['Pacific/Kiritimati', / \(Kiritimati time\)\?$/],
])('names the zone of a proposed time where it is not the own one: %s', async (timeZone, words) => {
  show(<PatientsPage />, { session: loggedIn({ ...DOCTOR, timeZone }), at: '/patients?book=2099-05-06T14:00' });
  await screen.findByText(words);
});

it('the record of a patient leads back to the list as it was searched', async () => {
  const list = show(<PatientsPage />, { session: loggedIn(DOCTOR), at: '/patients?q=berg' });
  fireEvent.click(await screen.findByRole('link', { name: /Nina Berg/ }));
  const { state } = window.history as { state: unknown };
  list.unmount();
  show(<PatientPage />, { session: loggedIn(DOCTOR), at: '/patients/patient' });
  expect((await screen.findByRole('link', { name: 'Patients' })).getAttribute('href')).toBe('/patients');
  window.history.replaceState(state, '', '/patients/patient');
  expect((await screen.findByRole('link', { name: 'Patients' })).getAttribute('href')).toBe('/patients?q=berg');
});
