import { screen } from '@testing-library/react';
import { beforeEach, expect, it, vi } from 'vitest';
import { appointmentAt, loggedIn, PATIENT, serve, show, withBrowser } from '@/test/show';
import { AppointmentPage } from './AppointmentPage';

beforeEach(() => {
  withBrowser({ wide: false });
  return () => vi.unstubAllGlobals();
});

it.each([
  ['/visits/one?show=past', '/visits?show=past'],
  ['/visits/one', '/visits'],
])('leads a phone back to the list that it came from: %s', async (at, list) => {
  const appointment = appointmentAt(new Date('2099-05-06T09:00:00Z'));
  serve(() => ({ appointment }));
  show(<AppointmentPage id="one" />, { session: loggedIn(PATIENT), at });
  expect((await screen.findByRole('link', { name: 'Visits' })).getAttribute('href')).toBe(list);
});
