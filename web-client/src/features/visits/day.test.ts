import { describe, expect, it } from 'vitest';
import type { Appointment } from '@/shared/api';
import { aroundNow, dayOf } from './day';

const visit = (startsAt: string, endsAt: string) => ({ startsAt, endsAt }) as Appointment;

describe('the day of a doctor', () => {
  it('goes from midnight to midnight of this device', () => {
    const { from, to } = dayOf(new Date(2027, 4, 6, 15, 30));
    expect(new Date(from)).toEqual(new Date(2027, 4, 6));
    expect(new Date(to)).toEqual(new Date(2027, 4, 7));
  });

  it('puts now between what is over and what is on or to come', () => {
    const over = visit('2027-05-06T08:00:00.000Z', '2027-05-06T08:30:00.000Z');
    const on = visit('2027-05-06T08:30:00.000Z', '2027-05-06T09:00:00.000Z');
    const next = visit('2027-05-06T10:00:00.000Z', '2027-05-06T10:30:00.000Z');
    const { before, after } = aroundNow([over, on, next], new Date('2027-05-06T08:30:00.000Z'));
    expect(before).toEqual([over]);
    expect(after).toEqual([on, next]);
  });
});
