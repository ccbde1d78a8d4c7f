import { describe, expect, it } from 'vitest';
import { appointmentAt } from '@/test/show';
import { blocksOf, clockOf, datesOf, firstShown, hoursOf, minutesIn, turned } from './days';

const at = (time: string, minutes = 30) => {
  const start = new Date(time);
  return appointmentAt(start, { endsAt: new Date(start.getTime() + minutes * 60_000).toISOString() });
};
const placed = (...args: Parameters<typeof blocksOf>) =>
  blocksOf(...args).map(({ from, to, lane, lanes, continued }) => [from, to, lane, lanes, continued]);

describe('the dates of a view', () => {
  it.each([
    ['2026-11-30', '2026-11-30'],
    ['2026-12-06', '2026-11-30'],
    ['2027-01-01', '2026-12-28'],
  ])('are the week of %s, from Monday %s on', (date, monday) => {
    const dates = datesOf('week', date);
    expect([dates.length, dates[0]]).toEqual([7, monday]);
    expect(datesOf('list', date)).toEqual(dates);
    expect(datesOf('day', date)).toEqual([date]);
  });

  it('turn by a day or by a week', () => {
    expect([turned('day', '2026-12-31', 1), turned('week', '2026-12-31', -1)]).toEqual(['2027-01-01', '2026-12-24']);
  });
});

describe('the blocks of a day', () => {
  it('lie where the clocks of the practice show them, also on the days when clocks change', () => {
    const berlin = 'Europe/Berlin';
    expect(placed([at('2026-12-01T08:00:00Z')], '2026-12-01', berlin)).toEqual([[540, 570, 0, 1, false]]);
    expect(placed([at('2026-03-29T07:00:00Z')], '2026-03-29', berlin)).toEqual([[540, 570, 0, 1, false]]);
    expect(placed([at('2026-10-25T08:00:00Z')], '2026-10-25', berlin)).toEqual([[540, 570, 0, 1, false]]);
    expect(placed([at('2026-12-01T23:30:00Z')], '2026-12-01', berlin)).toEqual([]);
  });

  it('go on after midnight, and end there', () => {
    const night = at('2026-12-01T23:45:00Z');
    expect(placed([night], '2026-12-01', 'UTC')).toEqual([[1425, 1440, 0, 1, false]]);
    expect(placed([night], '2026-12-02', 'UTC')).toEqual([[0, 15, 0, 1, true]]);
    expect(placed([at('2026-12-01T23:30:00Z')], '2026-12-02', 'UTC')).toEqual([]);
  });

  it('share the width while they overlap, and not longer', () => {
    const blocks = placed(
      [
        at('2026-12-01T10:00:00Z', 60),
        at('2026-12-01T09:00:00Z', 60),
        at('2026-12-01T09:30:00Z', 60),
        at('2026-12-01T12:00:00Z'),
      ],
      '2026-12-01',
      'UTC',
    );
    expect(blocks).toEqual([
      [540, 600, 0, 2, false],
      [570, 630, 1, 2, false],
      [600, 660, 0, 2, false],
      [720, 750, 0, 1, false],
    ]);
  });
});

describe('the hours that are shown', () => {
  it('hold all that there is, in whole hours', () => {
    expect(hoursOf([])).toEqual({ from: 480, to: 1080 });
    expect(
      hoursOf([
        { from: 415, to: 500 },
        { from: 1100, to: 1101 },
      ]),
    ).toEqual({ from: 360, to: 1140 });
  });

  it('are shown from the first opening on, or from now, or from the morning', () => {
    const nightAndDay = [
      { from: 0, to: 120 },
      { from: 570, to: 1020 },
    ];
    expect(firstShown(nightAndDay, 900)).toBe(540);
    expect(firstShown(nightAndDay, null)).toBe(540);
    const aroundTheClock = [{ from: 0, to: 1440 }];
    expect(firstShown(aroundTheClock, 905)).toBe(900);
    expect(firstShown(aroundTheClock, null)).toBe(480);
    expect(firstShown([], 1439)).toBe(1380);
  });

  it('are written as clocks show them', () => {
    expect([clockOf(0), clockOf(545), clockOf(1440)]).toEqual(['00:00', '09:05', '00:00']);
    expect(minutesIn('Asia/Kolkata', '2026-12-01T18:30:00Z')).toBe(0);
  });
});
