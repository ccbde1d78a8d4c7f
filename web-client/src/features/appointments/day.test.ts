import { describe, expect, it } from 'vitest';
import type { Appointment } from '@/shared/api';
import { isOver } from '@/shared/appointments';
import { aroundNow, boundsAt, dayOf } from './day';

const appointment = (startsAt: string, endsAt: string) => ({ startsAt, endsAt }) as Appointment;

describe('the day of a doctor', () => {
  it('goes from midnight to midnight of this device', () => {
    const { from, to } = dayOf(new Date(2027, 4, 6, 15, 30));
    expect(new Date(from)).toEqual(new Date(2027, 4, 6));
    expect(new Date(to)).toEqual(new Date(2027, 4, 7));
  });

  it('puts now between what is over and what is on or to come', () => {
    const over = appointment('2027-05-06T08:00:00.000Z', '2027-05-06T08:30:00.000Z');
    const on = appointment('2027-05-06T08:30:00.000Z', '2027-05-06T09:00:00.000Z');
    const next = appointment('2027-05-06T10:00:00.000Z', '2027-05-06T10:30:00.000Z');
    const { before, after } = aroundNow([over, on, next], new Date('2027-05-06T08:30:00.000Z'));
    expect(before).toEqual([over]);
    expect(after).toEqual([on, next]);
  });

  it('ends a visit with its last minute, not with its first', () => {
    const night = appointment('2027-05-06T08:00:00.000Z', '2027-05-06T08:30:00.000Z');
    expect(isOver(night, new Date('2027-05-06T08:29:59.999Z'))).toBe(false);
    expect(isOver(night, new Date('2027-05-06T08:30:00.000Z'))).toBe(true);
  });

  it('finds every visit that is still on among those to come, and every one that is over among the others', () => {
    const now = new Date('2027-05-06T08:59:00.000Z');
    const { comingFrom, overBefore } = boundsAt(now);
    const longest = appointment('2027-05-06T01:00:00.000Z', '2027-05-06T09:00:00.000Z');
    expect(isOver(longest, now)).toBe(false);
    expect(longest.startsAt >= comingFrom).toBe(true);
    const last = appointment('2027-05-06T08:54:00.000Z', '2027-05-06T08:59:00.000Z');
    expect(isOver(last, now)).toBe(true);
    expect(last.startsAt < overBefore).toBe(true);
    expect(boundsAt(new Date('2027-05-06T08:01:00.000Z'))).toEqual(boundsAt(now));
  });
});
