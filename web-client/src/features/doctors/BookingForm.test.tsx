import { fireEvent, screen, waitFor } from '@testing-library/react';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { Doctor } from '@/shared/api';
import { forgetDrafts } from '@/shared/forms';
import { DOCTOR, PATIENT, serve, show, loggedIn, withBrowser } from '@/test/show';
import { BookingForm } from './BookingForm';

const FIRST = '2027-05-06T08:00:00.000Z';
const SECOND = '2027-05-06T09:00:00.000Z';
const slotAt = (startsAt: string) => ({
  date: startsAt.slice(0, 10),
  startTime: startsAt.slice(11, 16),
  endTime: '12:00',
  startsAt,
  endsAt: startsAt,
});
const doctor: Doctor = { ...DOCTOR, rating: { average: 0, count: 0 }, verified: true };

beforeEach(() => {
  withBrowser();
  forgetDrafts();
  serve(({ method }) =>
    method === 'POST'
      ? { status: 409, code: 'slot_taken', nextFree: [slotAt(SECOND)] }
      : { timeZone: 'UTC', slots: [slotAt(FIRST), slotAt(SECOND)] },
  );
  return () => vi.unstubAllGlobals();
});

const form = (at: string) => <BookingForm doctor={doctor} at={at} onChoose={() => undefined} />;

describe('the form of a booking', () => {
  it('says that a time was taken of that time only', async () => {
    const { again } = show(form(FIRST), { session: loggedIn(PATIENT) });
    await waitFor(() =>
      expect(screen.getByRole('button', { name: 'Book this visit' }).getAttribute('aria-busy')).not.toBe('true'),
    );
    fireEvent.click(screen.getByRole('button', { name: 'Book this visit' }));
    await screen.findByText(/^That time was just taken/);
    again(form(SECOND));
    expect(screen.queryByText(/^That time was just taken/)).toBeNull();
  });

  it.each([
    ['somebody who is not logged in', { status: 'anonymous' } as const, true],
    ['nobody of whom it is not known yet whether they are', { status: 'unreachable' } as const, false],
  ])('asks for the log-in: %s', (_, session, asks) => {
    show(form(FIRST), { session });
    expect(screen.queryByRole('link', { name: 'Log in to book' }) !== null).toBe(asks);
  });
});
