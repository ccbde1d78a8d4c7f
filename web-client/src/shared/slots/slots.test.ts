import { QueryClient } from '@tanstack/react-query';
import { describe, expect, it, vi } from 'vitest';
import { serve } from '@/test/show';
import type { Slot } from '../api';
import { plusDays } from '../time';
import { firstSlotsQuery, neighbour, weekOf } from './slots';

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
    const days = weekOf(slots, '2026-12-01', 'Europe/Berlin');
    expect(days.map((day) => day.slots.length)).toEqual([1, 1, 1, 1, 0, 0, 0]);
    expect(weekOf(slots, '2026-12-01', 'UTC').map((day) => day.slots.length)).toEqual([2, 0, 2, 0, 0, 0, 0]);
  });

  it('leaves out what lies outside', () => {
    expect(weekOf(slots, '2026-12-02', 'UTC').flatMap((day) => day.slots)).toHaveLength(2);
  });
});

describe('the arrow keys', () => {
  const days = weekOf(slots, '2026-12-01', 'UTC');
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

describe('the first free times', () => {
  const TODAY = '2026-12-01';

  async function firstOf(freeOn: string | null) {
    vi.useFakeTimers({ now: new Date(`${TODAY}T12:00:00Z`), toFake: ['Date'] });
    const asked = serve(({ query }) => {
      const [from, to] = [query.get('from') ?? '', query.get('to') ?? ''];
      const free = freeOn !== null && from <= freeOn && freeOn <= to;
      return { timeZone: 'UTC', slots: free ? [slot(`${freeOn}T09:00:00.000Z`)] : [] };
    });
    try {
      return { found: await new QueryClient().query(firstSlotsQuery('doctor', 'UTC')), asked };
    } finally {
      vi.useRealTimers();
      vi.unstubAllGlobals();
    }
  }

  it.each([0, 7, 8, 62, 63, 200, 365])('are found %d days ahead', async (days) => {
    const date = plusDays(TODAY, days);
    expect((await firstOf(date)).found.map((one) => one.date)).toEqual([date]);
  });

  it('are not looked for beyond what any doctor can offer, nor in longer ranges than the server takes', async () => {
    const { found, asked } = await firstOf(null);
    expect(found).toEqual([]);
    const ranges = asked.map(({ query }) => [query.get('from') ?? '', query.get('to') ?? ''] as const);
    expect(ranges.at(-1)?.[1]).toBe(plusDays(TODAY, 365));
    for (const [from, to] of ranges) {
      expect(to <= plusDays(from, 61)).toBe(true);
    }
  });
});
