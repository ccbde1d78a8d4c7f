import { screen } from '@testing-library/react';
import { beforeEach, expect, it } from 'vitest';
import { appointmentAt, DOCTOR, loggedIn, show, withBrowser } from '@/test/show';
import { TimeGrid } from './TimeGrid';

beforeEach(() => withBrowser());

it.each([15, 30])(
  'a visit says its reason on the time axis, and in full where it is pointed at: %i minutes',
  (minutes) => {
    const start = new Date('2027-05-06T09:00:00Z');
    const endsAt = new Date(start.getTime() + minutes * 60_000).toISOString();
    const visit = appointmentAt(start, { endsAt, reason: 'Palpitations' });
    show(<TimeGrid dates={['2027-05-06']} appointments={[visit]} />, { session: loggedIn(DOCTOR) });
    const block = screen.getByRole('link', { name: /Nina Berg/ });
    expect(block).toHaveTextContent('Palpitations');
    expect(block.closest('[title]')).toHaveAttribute('title', 'Palpitations');
  },
);
