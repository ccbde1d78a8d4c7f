import { RequestFailure, type Clock, type Message, type MessagesApi } from './ports';
import { ReadMarks } from './readMarks';
import {
  blankTimeline,
  hasGap,
  highestKnown,
  settled,
  withMessage,
  withNewerPage,
  withNewestPage,
  withOlderPage,
  type Timeline,
} from './timeline';

const PAGE = 30;
const CATCH_UP_PAGE = 100;
const RETRY_MS = 3000;

export type LoadState = 'idle' | 'loading' | 'ready' | 'failed';

/**
 * The stored messages of one conversation without gaps: pages, live messages and missed messages are merged here, in
 * whatever order they arrive.
 */
export class History {
  timeline: Timeline = blankTimeline;
  load: LoadState = 'idle';
  /** Why the first page did not come. */
  failure: string | null = null;
  older: LoadState = 'idle';
  readonly marks: ReadMarks;
  private catchingUp = false;
  /** Something may have been missed since the last catch-up began. */
  private behind = false;
  private closed = false;
  private cancelRetry: (() => void) | null = null;

  constructor(
    private readonly me: string,
    private readonly otherId: string,
    private readonly api: MessagesApi,
    private readonly clock: Clock,
    private readonly changed: () => void,
  ) {
    this.marks = new ReadMarks(me, clock, (upTo) => api.markRead(otherId, upTo));
  }

  /** Loads the newest page, once; after a failure, again. */
  async open(): Promise<void> {
    if (this.load === 'loading' || this.load === 'ready') {
      return;
    }
    this.load = 'loading';
    this.behind = false;
    this.changed();
    try {
      const page = await this.api.before(this.otherId, null, PAGE);
      this.observe(page.messages);
      this.timeline = withNewestPage(this.timeline, page);
      this.load = 'ready';
      this.failure = null;
    } catch (error) {
      this.load = 'failed';
      this.failure = codeOf(error);
    }
    this.changed();
    await this.catchUp();
  }

  async loadOlder(): Promise<void> {
    if (this.older === 'loading' || this.load !== 'ready' || this.timeline.low <= 1) {
      return;
    }
    this.older = 'loading';
    this.changed();
    try {
      const page = await this.api.before(this.otherId, this.timeline.low, PAGE);
      this.observe(page.messages);
      this.timeline = withOlderPage(this.timeline, page);
      this.older = 'ready';
    } catch {
      this.older = 'failed';
    }
    this.changed();
  }

  /** The socket is there, maybe after a time without it. */
  reconnected(): void {
    this.marks.flush();
    this.behind = true;
    void (this.load === 'failed' ? this.open() : this.catchUp());
  }

  /** The socket is there again, and tells what was missed; requests may have failed without it. */
  recovered(): void {
    this.marks.flush();
    void (this.load === 'failed' ? this.open() : this.catchUp());
  }

  arrived(message: Message): void {
    this.observe([message]);
    this.timeline = withMessage(this.timeline, message);
    this.changed();
    void this.catchUp();
  }

  readUpTo(reader: string, upTo: number): void {
    const known = highestKnown(this.timeline);
    if (upTo > known) {
      // A message was read that is not here yet. The server's pages will tell up to which number; the number in the
      // event is not trusted.
      this.behind = true;
      void this.catchUp();
    }
    if (this.marks.marked(reader, Math.min(upTo, known))) {
      this.changed();
    }
  }

  /**
   * How many messages to this person are unread, or null when too little is loaded to know. `last` is the number of a
   * message that exists.
   */
  unread(last: number): number | null {
    const { loaded, low, high, messages, ahead } = this.timeline;
    const from = this.marks.readByMe + 1;
    if (!loaded || high < last || (low > from && low > 1)) {
      return null;
    }
    return [...messages, ...ahead].filter(({ seq, receiverId }) => seq >= from && receiverId === this.me).length;
  }

  close(): void {
    this.closed = true;
    this.cancelRetry?.();
    this.marks.close();
  }

  private async catchUp(): Promise<void> {
    if (this.catchingUp || this.load !== 'ready' || this.closed) {
      return;
    }
    this.catchingUp = true;
    try {
      while (this.behind || hasGap(this.timeline)) {
        this.behind = false;
        await this.fetchNewer(highestKnown(this.timeline));
      }
    } catch (error) {
      this.behind = true;
      const code = codeOf(error);
      if (code !== 'unauthenticated' && code !== 'not_found') {
        this.retryLater();
      }
    } finally {
      this.catchingUp = false;
    }
  }

  /**
   * Fetches from the first message on whose read mark may have changed. `known` exists, so it must be covered
   * afterwards.
   */
  private async fetchNewer(known: number): Promise<void> {
    let after = this.firstUnread() - 1;
    for (;;) {
      const { messages, hasMore } = await this.api.after(this.otherId, after, CATCH_UP_PAGE);
      this.observe(messages);
      this.timeline = withNewerPage(this.timeline, messages);
      const last = messages.at(-1);
      if (last === undefined || !hasMore) {
        break;
      }
      after = last.seq;
    }
    this.timeline = settled(this.timeline, known);
    this.changed();
  }

  private firstUnread(): number {
    const unread = this.timeline.messages.find(
      ({ seq, receiverId }) => seq > (receiverId === this.me ? this.marks.readByMe : this.marks.readByOther),
    );
    return Math.min(unread?.seq ?? Number.POSITIVE_INFINITY, this.timeline.high + 1);
  }

  private observe(messages: readonly Message[]): void {
    for (const { readAt, receiverId, seq } of messages) {
      if (readAt !== null) {
        this.marks.marked(receiverId, seq);
      }
    }
  }

  private retryLater(): void {
    this.cancelRetry ??= this.clock.after(RETRY_MS, () => {
      this.cancelRetry = null;
      void this.catchUp();
    });
  }
}

function codeOf(error: unknown): string {
  return error instanceof RequestFailure ? error.code : 'internal';
}
