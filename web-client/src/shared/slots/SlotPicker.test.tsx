import { fireEvent, screen, waitFor } from '@testing-library/react';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { serve, show, withBrowser } from '@/test/show';
import { plusDays } from '../time';
import { HORIZON_DAYS } from './slots';
import { SlotPicker } from './SlotPicker';

const today = '2027-05-06';
const slotOn = (date: string) => {
  const startsAt = `${date}T12:00:00.000Z`;
  return { date, startTime: '12:00', endTime: '12:30', startsAt, endsAt: startsAt };
};

beforeEach(() => {
  vi.useFakeTimers({ now: new Date(`${today}T12:00:00Z`), toFake: ['Date'] });
  return () => {
    vi.useRealTimers();
    vi.unstubAllGlobals();
  };
});

function picker({ wide = true, free }: { wide?: boolean; free: string[] }) {
  withBrowser({ wide });
  serve(({ query }) => ({
    timeZone: 'UTC',
    slots: free
      .filter((date) => (query.get('from') ?? '') <= date && date <= (query.get('to') ?? ''))
      .map((date) => slotOn(date)),
  }));
  show(<SlotPicker doctorId="doctor" doctorZone="UTC" chosen={null} onChoose={() => undefined} />);
}

/** By its title: a search by role looks at each of some hundred zones. */
const isOff = (name: string) => screen.getByTitle<HTMLButtonElement>(name).disabled;

describe('the weeks of free times', () => {
  it('begin today, and not before', async () => {
    picker({ free: [today] });
    await screen.findByTitle('Next week');
    expect([isOff('Previous week'), isOff('Next week')]).toEqual([true, false]);
    fireEvent.click(screen.getByTitle('Next week'));
    expect(isOff('Previous week')).toBe(false);
  });

  it('end where no doctor can be booked any more', async () => {
    picker({ free: [plusDays(today, HORIZON_DAYS)] });
    await screen.findByTitle('Next week');
    expect([isOff('Previous week'), isOff('Next week')]).toEqual([false, true]);
  });

  it('say so when there is no free time in a whole year', async () => {
    picker({ free: [] });
    await screen.findByText(/^No free times in the next year/);
  });

  it.each([
    ['headings where all days are shown', true, 0],
    ['buttons where one is', false, 7],
  ])('have days that are %s', async (_, wide, buttons) => {
    picker({ wide, free: [today, plusDays(today, 1)] });
    await waitFor(() => expect(document.querySelectorAll('[data-at]')).toHaveLength(2));
    const named = [...document.querySelectorAll('button')].filter(({ textContent }) =>
      textContent.includes('free time'),
    );
    expect(named).toHaveLength(buttons);
  });
});
