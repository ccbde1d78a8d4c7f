import type { Appointment } from '@/shared/api';
import { changeKind } from '@/shared/appointments';
import type { CallMedia, CallRecord } from '@/shared/call';
import type { Item } from '../model/items';

type Change = Appointment['history'][number];

/** A change of an appointment of the two. */
export interface VisitEvent {
  readonly kind: 'visit';
  readonly key: string;
  readonly at: string;
  readonly appointmentId: string;
  readonly change: 'requested' | ReturnType<typeof changeKind>;
  readonly who: 'you' | 'other' | 'nobody';
  /** Who made the change, by name. */
  readonly name: string;
  /** When the appointment begins since the change; null when that is not known. */
  readonly startsAt: string | null;
}

/** A call of the two that has ended. */
export interface CallEvent {
  readonly kind: 'call';
  readonly key: string;
  readonly at: string;
  readonly outcome: 'answered' | 'missed' | 'declined' | 'notAnswered';
  readonly media: CallMedia;
  readonly minutes: number;
}

export type ChatEvent = VisitEvent | CallEvent;

/** A line of the chat. */
export type Line = Item | ChatEvent;

/** What happened with the appointments, as far as their histories tell: lists show the newest changes only. */
export function visitEvents(appointments: readonly Appointment[], me: string): VisitEvent[] {
  return appointments.flatMap(({ id, doctor, patient, history, startsAt }) => {
    const kinds = history.map(changeKind);
    // The history does not keep the times that were given up.
    const lastMove = kinds.lastIndexOf('moved');
    return history.map((change, index) => ({
      kind: 'visit' as const,
      key: `visit ${id} ${change.at} ${change.to}`,
      at: change.at,
      appointmentId: id,
      change: eventOf(change),
      who: change.by === null ? ('nobody' as const) : change.by === me ? ('you' as const) : ('other' as const),
      name: change.by === doctor.id ? doctor.name : patient.name,
      startsAt: index < lastMove ? null : startsAt,
    }));
  });
}

function eventOf(change: Change): VisitEvent['change'] {
  const kind = changeKind(change);
  return kind === 'booked' && change.to === 'pending' ? 'requested' : kind;
}

/** The calls with this person among one's own. */
export function callEvents(calls: readonly CallRecord[], me: string, otherId: string): CallEvent[] {
  return calls
    .filter(({ caller, callee }) => (caller.id === me ? callee : caller).id === otherId)
    .map((call) => ({
      kind: 'call',
      key: `call ${call.id}`,
      at: call.startedAt,
      outcome: outcomeOf(call, me),
      media: call.media,
      minutes: minutesOf(call),
    }));
}

function outcomeOf({ caller, answeredAt, endReason }: CallRecord, me: string): CallEvent['outcome'] {
  if (answeredAt !== null) {
    return 'answered';
  }
  if (caller.id === me) {
    return 'notAnswered';
  }
  return endReason === 'declined' ? 'declined' : 'missed';
}

function minutesOf({ answeredAt, endedAt }: CallRecord): number {
  return answeredAt === null || endedAt === null
    ? 0
    : Math.max(0, Math.floor((Date.parse(endedAt) - Date.parse(answeredAt)) / 60_000));
}

/**
 * Puts the events between the messages, by time. What happened before the oldest message that is loaded waits until no older ones are
 * left to load: its place may be among them. What is not sent yet stays at the end.
 */
export function withEvents(items: readonly Item[], events: readonly ChatEvent[], hasOlder: boolean): readonly Line[] {
  if (events.length === 0) {
    return items;
  }
  const since = hasOlder ? timeOf(items.find(({ kind }) => kind === 'message')) : Number.NEGATIVE_INFINITY;
  const waiting = events
    .map((event) => ({ event, at: Date.parse(event.at) }))
    .filter(({ at }) => at >= since)
    .sort((one, other) => one.at - other.at);
  const lines: Line[] = [];
  const placeBefore = (time: number) => {
    for (let first = waiting[0]; first !== undefined && first.at < time; first = waiting[0]) {
      lines.push(first.event);
      waiting.shift();
    }
  };
  const end = items.findLastIndex(({ kind }) => kind === 'message') + 1;
  for (const item of items.slice(0, end)) {
    if (item.kind === 'message') {
      placeBefore(timeOf(item));
    }
    lines.push(item);
  }
  placeBefore(Number.POSITIVE_INFINITY);
  return [...lines, ...items.slice(end)];
}

function timeOf(item: Item | undefined): number {
  return item?.kind === 'message' ? Date.parse(item.message.createdAt) : Number.POSITIVE_INFINITY;
}
