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
const shownTimes = () => [...document.querySelectorAll<HTMLElement>('[data-at]')].map(({ dataset }) => dataset['at']);

describe('the weeks of free times on a phone', () => {
  it('begin today, and not before', async () => {
    picker({ wide: false, free: [today] });
    await screen.findByTitle('Next week');
    expect([isOff('Previous week'), isOff('Next week')]).toEqual([true, false]);
    fireEvent.click(screen.getByTitle('Next week'));
    expect(isOff('Previous week')).toBe(false);
  });

  it('end where no doctor can be booked any more', async () => {
    picker({ wide: false, free: [plusDays(today, HORIZON_DAYS)] });
    await screen.findByTitle('Next week');
    expect([isOff('Previous week'), isOff('Next week')]).toEqual([false, true]);
  });

  it('say so when there is no free time in a whole year', async () => {
    picker({ free: [] });
    await screen.findByText(/^No free times in the next year/);
  });

  it('lead to the next day with a time, however far it is', async () => {
    const far = plusDays(today, 100);
    picker({ wide: false, free: [today, far] });
    fireEvent.click(await screen.findByTitle('Next week'));
    fireEvent.click(await screen.findByRole('button', { name: /^Go to / }));
    await waitFor(() => expect(shownTimes()).toEqual([`${far}T12:00:00.000Z`]));
  });
});

describe('the next day with a time', () => {
  it('is that of the zone in which times are shown', async () => {
    const far = plusDays(today, 100);
    picker({ wide: false, free: [today, far] });
    fireEvent.click(await screen.findByTitle('Next week'));
    const next = await screen.findByRole('button', { name: /^Go to / });
    const { textContent: here } = next;
    // At noon in Greenwich, the next day has begun there.
    fireEvent.change(screen.getByRole('combobox'), { target: { value: 'Pacific/Kiritimati' } });
    expect(next.textContent).not.toBe(here);
    expect(next.textContent).toContain(String(Number(plusDays(far, 1).slice(8))));
  });
});

describe('the month of free times on a wide screen', () => {
  it('has whole weeks, and the times of the day that is chosen', async () => {
    const other = plusDays(today, 5);
    picker({ free: [today, other] });
    await waitFor(() => expect(shownTimes()).toEqual([`${today}T12:00:00.000Z`]));
    const days = [...document.querySelectorAll('li > button')];
    expect(days).toHaveLength(42);
    fireEvent.click(screen.getByText(/May 11.*, 1 free time$/));
    expect(shownTimes()).toEqual([`${other}T12:00:00.000Z`]);
  });

  it('begins with a day of the month, not with one of the week before it', async () => {
    // The weeks of June begin on 31 May.
    picker({ free: ['2027-05-10', '2027-05-31', '2027-06-03'] });
    fireEvent.click(await screen.findByTitle('Next month'));
    await waitFor(() => expect(shownTimes()).toEqual(['2027-06-03T12:00:00.000Z']));
  });
});
