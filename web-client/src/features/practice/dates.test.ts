import { describe, expect, it } from 'vitest';
import { datesOf, lastDateFrom, rangesOf, proposedTime } from './dates';

const morning = { startTime: '09:00', endTime: '12:00' };
const off = (date: string) => ({ date, timeOff: true, windows: [] });

describe('ranges of dates', () => {
  it('join what is the same on consecutive dates, over the ends of months', () => {
    expect(rangesOf([off('2026-02-27'), off('2026-02-28'), off('2026-03-01'), off('2026-03-03')])).toEqual([
      { from: '2026-02-27', to: '2026-03-01', override: { timeOff: true, windows: [] } },
      { from: '2026-03-03', to: '2026-03-03', override: { timeOff: true, windows: [] } },
    ]);
  });

  it('keep different times apart', () => {
    const ranges = rangesOf([
      off('2026-03-02'),
      { date: '2026-03-03', timeOff: true, windows: [morning] },
      { date: '2026-03-04', timeOff: false, windows: [morning] },
    ]);
    expect(ranges.map(({ from }) => from)).toEqual(['2026-03-02', '2026-03-03', '2026-03-04']);
  });

  it('have at most 366 dates', () => {
    expect(datesOf('2028-02-28', '2028-03-01')).toEqual(['2028-02-28', '2028-02-29', '2028-03-01']);
    expect(datesOf('2026-01-01', '2030-01-01')).toHaveLength(366);
    expect(lastDateFrom('2026-01-01')).toBe('2027-01-01');
  });
});

describe('the time that an address proposes for a visit', () => {
  it.each([
    ['2027-05-06T09:00', { date: '2027-05-06', startTime: '09:00' }],
    ['2027-13-06T09:00', undefined],
    ['2027-05-06T25:00', undefined],
    ['2027-05-06T09:00&x', undefined],
    ['', undefined],
    [null, undefined],
  ])('is read from %j', (text, time) => {
    expect(proposedTime(text)).toEqual(time);
  });
});
