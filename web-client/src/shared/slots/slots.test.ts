import { QueryClient } from '@tanstack/react-query';
import { describe, expect, it, vi } from 'vitest';
import { serve } from '@/test/show';
import type { Slot } from '../api';
import { plusDays } from '../time';
import { daysOf, freeFromQuery, monthsLater, neighbour, partsOf, shownAround, slotsQuery } from './slots';

function slot(startsAt: string): Slot {
  return { date: startsAt.slice(0, 10), startTime: startsAt.slice(11, 16), endTime: '', startsAt, endsAt: startsAt };
}

const slots = [
  '2026-12-01T22:30:00.000Z',
  '2026-12-01T23:30:00.000Z',
  '2026-12-03T09:00:00.000Z',
  '2026-12-03T23:00:00.000Z',
].map(slot);

describe('a week of free times', () => {
  it('puts each time on the day that it has in the zone', () => {
    const days = daysOf(slots, '2026-12-01', 'Europe/Berlin');
    expect(days.map((day) => day.slots.length)).toEqual([1, 1, 1, 1, 0, 0, 0]);
    expect(daysOf(slots, '2026-12-01', 'UTC').map((day) => day.slots.length)).toEqual([2, 0, 2, 0, 0, 0, 0]);
  });

  it('leaves out what lies outside', () => {
    expect(daysOf(slots, '2026-12-02', 'UTC').flatMap((day) => day.slots)).toHaveLength(2);
  });
});

describe('the arrow keys', () => {
  const days = daysOf(slots, '2026-12-01', 'UTC');
  const from = (startsAt: string, key: string) => neighbour(days, startsAt, key)?.startsAt;

  it('go through the times of a day', () => {
    expect(from('2026-12-01T22:30:00.000Z', 'ArrowDown')).toBe('2026-12-01T23:30:00.000Z');
    expect(from('2026-12-01T23:30:00.000Z', 'ArrowUp')).toBe('2026-12-01T22:30:00.000Z');
    expect(from('2026-12-01T23:30:00.000Z', 'ArrowDown')).toBeUndefined();
  });

  it('go to the nearest time of the next day that has one', () => {
    expect(from('2026-12-01T22:30:00.000Z', 'ArrowRight')).toBe('2026-12-03T23:00:00.000Z');
    expect(from('2026-12-03T09:00:00.000Z', 'ArrowLeft')).toBe('2026-12-01T23:30:00.000Z');
    expect(from('2026-12-03T09:00:00.000Z', 'ArrowRight')).toBeUndefined();
  });
});

describe('the first free time', () => {
  const TODAY = '2026-12-01';

  async function firstOf(freeOn: string | null) {
    vi.useFakeTimers({ now: new Date(`${TODAY}T12:00:00Z`), toFake: ['Date'] });
    const asked = serve(({ query }) => {
      const [from, to] = [query.get('from') ?? '', query.get('to') ?? ''];
      const free = freeOn !== null && from <= freeOn && freeOn <= to;
      return { timeZone: 'UTC', slots: free ? [slot(`${freeOn}T09:00:00.000Z`)] : [] };
    });
    try {
      return { found: await new QueryClient().query(freeFromQuery('doctor', 'UTC', TODAY)), asked };
    } finally {
      vi.useRealTimers();
      vi.unstubAllGlobals();
    }
  }

  it.each([0, 7, 8, 62, 63, 200, 365])('is found %d days ahead', async (days) => {
    const date = plusDays(TODAY, days);
    expect((await firstOf(date)).found?.date).toBe(date);
  });

  it('is not looked for beyond what any doctor can offer, nor in longer ranges than the server takes', async () => {
    const { found, asked } = await firstOf(null);
    expect(found).toBeNull();
    const ranges = asked.map(({ query }) => [query.get('from') ?? '', query.get('to') ?? ''] as const);
    expect(ranges.at(-1)?.[1]).toBe(plusDays(TODAY, 365));
    for (const [from, to] of ranges) {
      expect(to <= plusDays(from, 61)).toBe(true);
    }
  });
});

describe('the dates that are shown', () => {
  it.each([
    // Begins on a Monday, and ends on a Sunday.
    ['2027-02-14', '2027-02-01', 28],
    ['2026-12-24', '2026-11-30', 35],
    ['2027-08-31', '2027-07-26', 42],
  ])('of the month of %s are whole weeks', (date, first, count) => {
    expect(shownAround('month', date)).toEqual({ first, count });
  });

  it('of a week begin with any day', () => {
    expect(shownAround('week', '2026-12-24')).toEqual({ first: '2026-12-24', count: 7 });
  });

  it('go on by months, also from days that the next month does not have', () => {
    expect(monthsLater('2027-01-31', 1)).toBe('2027-02-01');
    expect(monthsLater('2027-01-31', -1)).toBe('2026-12-01');
  });
});

describe('the parts of a day', () => {
  it('are those of the zone, and only those with times', () => {
    const day = ['2026-12-01T10:59:00.000Z', '2026-12-01T11:00:00.000Z', '2026-12-01T16:00:00.000Z'].map(slot);
    const parts = (zone: string) => partsOf(day, zone).map(({ part, slots }) => [part, slots.length]);
    expect(parts('Europe/Berlin')).toEqual([
      ['morning', 1],
      ['afternoon', 1],
      ['evening', 1],
    ]);
    expect(parts('America/New_York')).toEqual([['morning', 3]]);
  });
});

describe('a long list of free times', () => {
  it('is asked for until it is whole', async () => {
    const asked = serve(({ query }) => {
      const from = query.get('from') ?? '';
      return {
        timeZone: 'UTC',
        slots: [slot(`${from}T09:00:00.000Z`)],
        nextFrom: from < '2026-12-03' ? plusDays(from, 1) : null,
      };
    });
    const found = await new QueryClient().query(slotsQuery('doctor', '2026-12-01', '2026-12-07'));
    vi.unstubAllGlobals();
    expect(found.map(({ date }) => date)).toEqual(['2026-12-01', '2026-12-02', '2026-12-03']);
    expect(asked.map(({ query }) => query.get('from'))).toEqual(['2026-12-01', '2026-12-02', '2026-12-03']);
  });
});

describe('the next free time', () => {
  it('is found however far it is, and null when there is none', async () => {
    vi.useFakeTimers({ now: new Date('2026-12-01T12:00:00Z'), toFake: ['Date'] });
    serve(({ query }) => {
      const [from, to] = [query.get('from') ?? '', query.get('to') ?? ''];
      const free = '2027-08-01';
      return { timeZone: 'UTC', slots: from <= free && free <= to ? [slot(`${free}T09:00:00.000Z`)] : [] };
    });
    const next = (from: string) => new QueryClient().query(freeFromQuery('doctor', 'UTC', from));
    expect((await next('2026-12-08'))?.date).toBe('2027-08-01');
    expect(await next('2027-08-02')).toBeNull();
    vi.useRealTimers();
    vi.unstubAllGlobals();
  });
});
