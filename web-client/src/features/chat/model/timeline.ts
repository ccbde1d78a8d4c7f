import type { Message, MessagePage } from './ports';

/**
 * The part of a conversation that is known without a gap: every stored message from `low` to `high`. Live messages
 * beyond `high + 1` wait in `ahead` until the gap is filled. The server's numbers determine the order, not the order
 * of arrival.
 */
export interface Timeline {
  readonly loaded: boolean;
  readonly low: number;
  readonly high: number;
  /** Ascending, each number once. */
  readonly messages: readonly Message[];
  readonly ahead: readonly Message[];
}

export const blankTimeline: Timeline = { loaded: false, low: 1, high: 0, messages: [], ahead: [] };

export function hasGap(timeline: Timeline): boolean {
  return timeline.loaded && timeline.ahead.length > 0;
}

export function hasOlder(timeline: Timeline): boolean {
  return timeline.loaded && timeline.low > 1;
}

/** The highest number that is known to exist. */
export function highestKnown(timeline: Timeline): number {
  return timeline.ahead.at(-1)?.seq ?? timeline.high;
}

/** The first page: the newest messages. A last page reaches back to the beginning. */
export function withNewestPage(timeline: Timeline, page: MessagePage): Timeline {
  return absorb({
    loaded: true,
    low: lowOf(page),
    high: page.messages.at(-1)?.seq ?? 0,
    messages: page.messages,
    ahead: timeline.ahead,
  });
}

/** A page of what lies right below `low`. */
export function withOlderPage(timeline: Timeline, page: MessagePage): Timeline {
  return { ...timeline, low: lowOf(page), messages: union(page.messages, timeline.messages) };
}

/** A page of what lies above `after`, which is at most `high`. It may repeat what is known. */
export function withNewerPage(timeline: Timeline, page: readonly Message[]): Timeline {
  const fresh = page.filter((message) => message.seq >= timeline.low);
  const high = Math.max(timeline.high, fresh.at(-1)?.seq ?? 0);
  return absorb({ ...timeline, high, messages: union(timeline.messages, fresh) });
}

/** A message that came alone: by the socket, or as the reply to a send. */
export function withMessage(timeline: Timeline, message: Message): Timeline {
  if (timeline.loaded && message.seq <= timeline.high) {
    return message.seq < timeline.low ? timeline : { ...timeline, messages: union(timeline.messages, [message]) };
  }
  return absorb({ ...timeline, ahead: union(timeline.ahead, [message]) });
}

/**
 * Closes gaps up to `seq`: the server was asked for everything after `high` when `seq` was already known, and
 * returned no more, so the gap is a message that it can no longer read.
 */
export function settled(timeline: Timeline, seq: number): Timeline {
  return absorb({ ...timeline, high: Math.max(timeline.high, seq) });
}

function absorb(timeline: Timeline): Timeline {
  if (!timeline.loaded) {
    return timeline;
  }
  let { high } = timeline;
  let taken = 0;
  for (const message of timeline.ahead) {
    if (message.seq > high + 1) {
      break;
    }
    high = Math.max(high, message.seq);
    taken += 1;
  }
  if (taken === 0) {
    return timeline;
  }
  const fresh = timeline.ahead.slice(0, taken).filter((message) => message.seq >= timeline.low);
  return {
    ...timeline,
    high,
    messages: union(timeline.messages, fresh),
    ahead: timeline.ahead.slice(taken),
  };
}

function lowOf({ messages, hasMore }: MessagePage): number {
  return hasMore ? (messages[0]?.seq ?? 1) : 1;
}

function union(some: readonly Message[], more: readonly Message[]): readonly Message[] {
  const lastSome = some.at(-1);
  const firstMore = more[0];
  if (firstMore === undefined) {
    return some;
  }
  if (lastSome === undefined || lastSome.seq < firstMore.seq) {
    return [...some, ...more];
  }
  const bySeq = new Map(more.map((message) => [message.seq, message]));
  for (const message of some) {
    bySeq.set(message.seq, message);
  }
  return [...bySeq.values()].sort((one, other) => one.seq - other.seq);
}
