import { describe, expect, it } from 'vitest';
import { blocking, offOn, openOn, windowsOn } from './opening';

// 1 December 2026 is a Tuesday.
const MONDAY = '2026-11-30';
const TUESDAY = '2026-12-01';
const window = (startTime: string, endTime: string) => ({ startTime, endTime });
const hours = {
  schedule: [
    { day: 'monday', windows: [window('22:00', '02:00')] },
    { day: 'tuesday', windows: [window('09:00', '12:00'), window('13:00', '17:00')] },
  ],
  overrides: [],
} satisfies Parameters<typeof openOn>[0];
const on = (date: string, timeOff: boolean, ...windows: { startTime: string; endTime: string }[]) => ({
  ...hours,
  overrides: [{ date, timeOff, windows }],
});

describe('the hours of a date', () => {
  it('are those of the week, with the end of a night that began the day before', () => {
    expect(openOn(hours, TUESDAY)).toEqual([
      { from: 0, to: 120 },
      { from: 540, to: 720 },
      { from: 780, to: 1020 },
    ]);
    expect(openOn(hours, MONDAY)).toEqual([{ from: 1320, to: 1440 }]);
    expect(offOn(hours, TUESDAY)).toEqual([]);
  });

  it('end where time off begins, which is told apart from what was never open', () => {
    const off = on(TUESDAY, true, window('10:00', '12:00'));
    expect(openOn(off, TUESDAY)).toEqual([
      { from: 0, to: 120 },
      { from: 600, to: 720 },
    ]);
    expect(offOn(off, TUESDAY)).toEqual([
      { from: 540, to: 600 },
      { from: 780, to: 1020 },
    ]);
  });

  it('grow with additional hours, which join what they touch', () => {
    const more = on(TUESDAY, false, window('12:00', '13:00'));
    expect(openOn(more, TUESDAY)[1]).toEqual({ from: 540, to: 1020 });
    expect(windowsOn(more, TUESDAY)).toHaveLength(3);
  });
});

describe('blocking a time', () => {
  it('leaves what is before and after it', () => {
    expect(blocking(hours, TUESDAY, { from: 600, to: 630 })).toEqual([
      { date: TUESDAY, windows: [window('09:00', '10:00'), window('10:30', '12:00'), window('13:00', '17:00')] },
    ]);
    expect(blocking(hours, TUESDAY, { from: 0, to: 1440 })).toEqual([
      { date: MONDAY, windows: [window('22:00', '00:00')] },
      { date: TUESDAY, windows: [] },
    ]);
  });

  it('changes the date on which the night began', () => {
    expect(blocking(hours, TUESDAY, { from: 30, to: 60 })).toEqual([
      { date: MONDAY, windows: [window('22:00', '00:30'), window('01:00', '02:00')] },
    ]);
  });

  it('has nothing to change where nobody can book', () => {
    expect(blocking(hours, TUESDAY, { from: 720, to: 780 })).toEqual([]);
  });
});
