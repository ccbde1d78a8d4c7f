import { describe, expect, it } from 'vitest';
import type { Appointment } from '@/shared/api';
import type { CallRecord } from '@/shared/call';
import { appointmentAt, DOCTOR, PATIENT } from '@/test/show';
import type { Item } from '../model/items';
import { callEvents, type ChatEvent, visitEvents, withEvents } from './events';

const at = (minute: number) => new Date(Date.parse('2026-03-02T09:00:00Z') + minute * 60_000).toISOString();
type Change = Appointment['history'][number];
const change = (minute: number, from: Change['from'], to: Change['to'], by: string | null): Change => ({
  from,
  to,
  by,
  at: at(minute),
  reason: null,
});
const visit = (...history: Change[]) => appointmentAt(new Date('2026-03-05T10:00:00Z'), { history });

describe('what happened with a visit', () => {
  const told = (...history: Change[]) =>
    visitEvents([visit(...history)], PATIENT.id).map(({ change: kind, who, startsAt }) => [
      kind,
      who,
      startsAt !== null,
    ]);

  it('is told with who did it, and with the time of the visit since its last move', () => {
    expect(
      told(
        change(1, null, 'pending', PATIENT.id),
        change(2, 'pending', 'scheduled', DOCTOR.id),
        change(3, 'scheduled', 'pending', PATIENT.id),
        change(4, 'pending', 'scheduled', DOCTOR.id),
        change(5, 'scheduled', 'completed', DOCTOR.id),
      ),
    ).toEqual([
      ['requested', 'you', false],
      ['scheduled', 'other', false],
      ['moved', 'you', true],
      ['scheduled', 'other', true],
      ['completed', 'other', true],
    ]);
    expect(told(change(1, null, 'scheduled', DOCTOR.id), change(2, 'scheduled', 'no_show', DOCTOR.id))).toEqual([
      ['booked', 'other', true],
      ['no_show', 'other', true],
    ]);
    expect(told(change(1, 'pending', 'declined', null))).toEqual([['declined', 'nobody', true]]);
  });

  it('names the one of the two who did it', () => {
    const events = visitEvents(
      [visit(change(1, null, 'pending', PATIENT.id), change(2, 'pending', 'cancelled', DOCTOR.id))],
      DOCTOR.id,
    );
    expect(events.map(({ name }) => name)).toEqual([PATIENT.name, DOCTOR.name]);
    expect(new Set(events.map(({ key }) => key)).size).toBe(2);
  });
});

describe('a call', () => {
  const call = (more: Partial<CallRecord> = {}): CallRecord => ({
    id: 'c',
    caller: { id: 'me', name: 'Me' },
    callee: { id: 'other', name: 'Other' },
    appointmentId: null,
    media: 'video',
    startedAt: at(0),
    answeredAt: null,
    endedAt: at(1),
    endReason: 'unanswered',
    ...more,
  });
  const incoming = { caller: { id: 'other', name: 'Other' }, callee: { id: 'me', name: 'Me' } };
  const outcome = (more?: Partial<CallRecord>) => callEvents([call(more)], 'me', 'other').map((event) => event.outcome);

  it('was answered, missed, declined, or not answered', () => {
    expect(outcome()).toEqual(['notAnswered']);
    expect(outcome({ endReason: 'declined' })).toEqual(['notAnswered']);
    expect(outcome({ ...incoming, endReason: 'cancelled' })).toEqual(['missed']);
    expect(outcome({ ...incoming, endReason: 'declined' })).toEqual(['declined']);
    expect(outcome({ ...incoming, answeredAt: at(0), endReason: 'lost' })).toEqual(['answered']);
  });

  it('lasted so many whole minutes from its answer on', () => {
    const long = call({ answeredAt: at(2), endedAt: at(14.9), endReason: 'hangup' });
    expect(callEvents([long], 'me', 'other')[0]?.minutes).toBe(12);
  });

  it('with somebody else belongs to another chat', () => {
    expect(callEvents([call(), call({ callee: { id: 'third', name: 'Third' } })], 'me', 'other')).toHaveLength(1);
    expect(callEvents([call({ ...incoming, caller: { id: 'third', name: 'Third' } })], 'me', 'other')).toEqual([]);
  });
});

describe('events among messages', () => {
  const message = (seq: number, minute: number) =>
    ({ kind: 'message', key: `m${seq}`, message: { seq, createdAt: at(minute) }, own: false, read: false }) as Item;
  const unsent = (key: string) => ({ kind: 'unsent', key, unsent: { at: 0 } }) as unknown as Item;
  const call = (minute: number): ChatEvent => ({
    kind: 'call',
    key: `e${minute}`,
    at: at(minute),
    outcome: 'missed',
    media: 'video',
    minutes: 0,
  });
  const keys = (items: Item[], events: ChatEvent[], hasOlder = false) =>
    withEvents(items, events, hasOlder).map(({ key }) => key);

  it('stand where their time is, whatever the order in which they come', () => {
    const messages = [message(1, 10), message(2, 20)];
    expect(keys(messages, [call(25), call(5), call(15), call(12)])).toEqual(['e5', 'm1', 'e12', 'e15', 'm2', 'e25']);
    expect(keys([], [call(2), call(1)])).toEqual(['e1', 'e2']);
    expect(withEvents(messages, [], false)).toBe(messages);
  });

  it('wait for older messages when they happened before the oldest that is loaded', () => {
    const events = [call(5), call(15)];
    expect(keys([message(7, 10), message(8, 20)], events, true)).toEqual(['m7', 'e15', 'm8']);
    expect(keys([message(6, 2), message(7, 10), message(8, 20)], events, true)).toEqual([
      'm6',
      'e5',
      'm7',
      'e15',
      'm8',
    ]);
    expect(keys([message(7, 10), message(8, 20)], events)).toEqual(['e5', 'm7', 'e15', 'm8']);
  });

  it('stand below what failed earlier, and above what is still to be sent', () => {
    expect(keys([message(1, 10), unsent('failed'), message(2, 20), unsent('waiting')], [call(15), call(25)])).toEqual([
      'm1',
      'failed',
      'e15',
      'm2',
      'e25',
      'waiting',
    ]);
  });
});
