import { describe, expect, it } from 'vitest';
import { endsNextDay, problemsOf, runsInto, scheduleOf, windowsText, weekOf, withNext } from './week';

const timeWindow = (startTime: string, endTime: string) => ({ startTime, endTime });

describe('the windows of a day', () => {
  it('may touch, cross midnight and last all day', () => {
    expect(
      problemsOf([timeWindow('09:00', '12:00'), timeWindow('12:00', '13:00'), timeWindow('22:00', '02:00')]),
    ).toEqual([]);
    expect(problemsOf([timeWindow('00:00', '00:00')])).toEqual([]);
  });

  it('must have both times and a length', () => {
    expect(problemsOf([timeWindow('', '12:00'), timeWindow('13:00', '13:00')])).toEqual([
      { index: 0, kind: 'missing' },
      { index: 1, kind: 'empty' },
    ]);
  });

  it('must not overlap, over midnight either', () => {
    expect(problemsOf([timeWindow('09:00', '12:00'), timeWindow('11:59', '13:00')])).toEqual([
      { index: 1, kind: 'overlap' },
    ]);
    expect(problemsOf([timeWindow('21:00', '03:00'), timeWindow('23:00', '23:30')])).toEqual([
      { index: 1, kind: 'overlap' },
    ]);
    expect(problemsOf([timeWindow('00:00', '00:00'), timeWindow('10:00', '11:00')])).toEqual([
      { index: 1, kind: 'overlap' },
    ]);
  });

  it('say when they end on the next day; midnight itself is still this one', () => {
    expect(endsNextDay(timeWindow('21:00', '03:00'))).toBe(true);
    expect(endsNextDay(timeWindow('21:00', '00:00'))).toBe(false);
    expect(endsNextDay(timeWindow('09:00', ''))).toBe(false);
  });

  it('go on where the last one ends', () => {
    expect(withNext([])).toEqual([timeWindow('09:00', '12:00')]);
    expect(withNext([timeWindow('09:00', '12:00')])).toEqual([timeWindow('09:00', '12:00'), timeWindow('12:00', '')]);
  });

  it('run into the next day only past midnight, and only into what starts before they end', () => {
    const night = timeWindow('21:00', '03:00');
    const early = timeWindow('02:00', '04:00');
    expect(runsInto([timeWindow('09:00', '12:00'), night], [timeWindow('08:00', '09:00'), early])).toEqual({
      late: night,
      early,
    });
    expect(runsInto([night], [timeWindow('03:00', '04:00')])).toBeUndefined();
    expect(runsInto([timeWindow('21:00', '00:00')], [timeWindow('00:00', '01:00')])).toBeUndefined();
    expect(runsInto([night], [timeWindow('', '04:00')])).toBeUndefined();
    expect(runsInto([night], [timeWindow('00:00', '00:00')])).toEqual({
      late: night,
      early: timeWindow('00:00', '00:00'),
    });
  });

  it('make a week of seven days, whatever the schedule names', () => {
    const week = weekOf([{ day: 'friday', windows: [timeWindow('09:00', '12:00')] }]);
    expect(scheduleOf(week).map(({ day, windows }) => [day, windows.length])).toEqual([
      ['monday', 0],
      ['tuesday', 0],
      ['wednesday', 0],
      ['thursday', 0],
      ['friday', 1],
      ['saturday', 0],
      ['sunday', 0],
    ]);
    expect(windowsText([timeWindow('09:00', '12:00'), timeWindow('13:00', '17:00')])).toBe('09:00–12:00, 13:00–17:00');
  });
});
