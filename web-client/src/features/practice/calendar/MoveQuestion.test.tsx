import { screen } from '@testing-library/react';
import { beforeEach, expect, it, vi } from 'vitest';
import { appointmentAt, DOCTOR, loggedIn, show, withBrowser } from '@/test/show';
import { MoveQuestion } from './MoveQuestion';

beforeEach(() => {
  withBrowser();
  return () => vi.unstubAllGlobals();
});

it.each([
  ['Pacific/Kiritimati', 2],
  ['UTC', 0],
])('names the zone of both times where it is not the own one: %s', (timeZone, count) => {
  const appointment = appointmentAt(new Date('2099-05-06T09:00:00Z'), { timeZone });
  const startsAt = '2099-05-07T09:00:00.000Z';
  const slot = { date: '2099-05-07', startTime: '09:00', endTime: '09:30', startsAt, endsAt: startsAt };
  show(<MoveQuestion appointment={appointment} slot={slot} onAnswer={() => undefined} />, {
    session: loggedIn(DOCTOR),
  });
  const words = screen.getByText(/^From .* Nina Berg is told\.$/).textContent;
  expect(words.match(/Kiritimati time/g) ?? []).toHaveLength(count);
});
