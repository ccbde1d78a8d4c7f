import { screen } from '@testing-library/react';
import { beforeEach, describe, expect, it } from 'vitest';
import type { DoctorUser } from '@/shared/profile';
import { DOCTOR, loggedIn, show, withBrowser } from '@/test/show';
import { FirstRun } from './FirstRun';

const HOURS = [{ day: 'monday' as const, windows: [{ startTime: '09:00', endTime: '12:00' }] }];

beforeEach(() => withBrowser());

const open = (more: Partial<DoctorUser>, bookable = false) =>
  show(<FirstRun bookable={bookable} />, { session: loggedIn({ ...DOCTOR, ...more }) });
const steps = () => screen.getAllByRole('listitem').map(({ textContent }) => textContent);

describe('what a new practice lacks', () => {
  it('begins with the hours, without which nobody can book', () => {
    open({});
    expect(screen.getByText('Nobody can book a visit before you have set your hours.')).toBeVisible();
    expect(steps()).toEqual([
      'Set your hours',
      'Add a photo',
      'Say something about yourself',
      'Say which languages you speak',
    ]);
    expect(screen.getByRole('link', { name: 'Set your hours' }).getAttribute('href')).toBe('/schedule');
  });

  it('says what is done, and offers the page to look at', () => {
    open({ schedule: HOURS, about: 'Heart and vessels.', languages: ['en'] }, true);
    expect(steps()).toEqual([
      'Set your hoursDone',
      'Add a photo',
      'Say something about yourselfDone',
      'Say which languages you speakDone',
    ]);
    expect(screen.getByText(/^Patients can book visits in your hours/)).toBeVisible();
    expect(screen.getByRole('link', { name: 'See your page as patients do' }).getAttribute('href')).toBe(
      '/doctors/doctor',
    );
  });

  it('has no page to look at before it is approved', () => {
    open({ approval: 'pending' });
    expect(screen.queryByRole('link', { name: 'See your page as patients do' })).toBeNull();
  });

  it('is nothing once all is there', () => {
    const all = { schedule: HOURS, about: 'Heart and vessels.', avatar: '/api/media/one', languages: ['en'] };
    const { container } = open(all, true);
    expect(container.textContent).toBe('');
  });

  it('does not stand above the day of a doctor who can be booked', () => {
    const { container } = open({ schedule: HOURS });
    expect(container.textContent).toBe('');
  });
});
