import { screen } from '@testing-library/react';
import { beforeEach, expect, it, vi } from 'vitest';
import { appointmentAt, DOCTOR, loggedIn, PATIENT, show, withBrowser } from '@/test/show';
import { AppointmentMeeting } from './AppointmentMeeting';

beforeEach(() => {
  withBrowser();
  return () => vi.unstubAllGlobals();
});

const MINUTE = 60_000;

/** What the person may press to meet the other one, so many minutes before the visit. */
function offeredTo(who: typeof PATIENT | typeof DOCTOR, minutes: number, waits = false): (string | null)[] {
  const appointment = appointmentAt(new Date(Date.now() + minutes * MINUTE), {
    status: 'scheduled',
    mode: 'video',
    waiting: waits ? { since: new Date(Date.now() - MINUTE).toISOString(), present: true } : null,
  });
  const other = who === PATIENT ? appointment.doctor : appointment.patient;
  show(<AppointmentMeeting appointment={appointment} other={other} />, { session: loggedIn(who) });
  return [...screen.queryAllByRole('link'), ...screen.queryAllByRole('button')].map(({ textContent }) => textContent);
}

it('a patient waits to be let in, and rings nobody', () => {
  expect(offeredTo(PATIENT, 14)).toEqual(['Enter the waiting room', 'Write a message']);
});

it('a doctor can call as soon as the room is open', () => {
  expect(offeredTo(DOCTOR, 14)).toEqual([
    'Open the workspace',
    'Write a message',
    'Join the video call',
    'Join with audio only',
  ]);
});

it('a doctor admits a patient who waits, and does not ring them', () => {
  expect(offeredTo(DOCTOR, 14, true)).toEqual(['Open the workspace', 'Write a message', 'Admit Nina Berg']);
});

it.each([PATIENT, DOCTOR])('nobody can before: $role', (who) => {
  expect(offeredTo(who, 17)).toEqual(['Write a message']);
});
