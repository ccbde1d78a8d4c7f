import {
  RequestFailure,
  type Clock,
  type ConversationSummary,
  type Message,
  type MessagesApi,
  type Person,
} from './ports';
import type { LoadState } from './history';

const RETRY_MS = 3000;

/** A line of the conversation list. */
export interface InboxLine {
  readonly user: Person;
  readonly lastMessage: Message;
  readonly unread: number;
}

export interface InboxView {
  /** The one with the latest message first. */
  readonly lines: readonly InboxLine[];
  readonly load: LoadState;
  readonly failure: string | null;
  /** Of all conversations. */
  readonly unread: number;
}

interface Entry {
  readonly user: Person;
  readonly lastMessage: Message;
  /** The server's count when its last message was `countedUpTo`. */
  readonly counted: number;
  readonly countedUpTo: number;
  /** Numbers of messages to this person that came live after that. */
  readonly since: readonly number[];
  readonly readByMe: number;
}

/**
 * The list of all conversations. The server counts unread messages; live messages after its count are added and read
 * ones subtracted. If that is not enough, the open conversation knows the exact number (`exact`), or the list is
 * fetched again.
 */
export class Inbox {
  private entries = new Map<string, Entry>();
  private load: LoadState = 'idle';
  private failure: string | null = null;
  private again = false;
  private closed = false;
  private cancelRetry: (() => void) | null = null;

  constructor(
    private readonly me: string,
    private readonly api: MessagesApi,
    private readonly clock: Clock,
    private readonly exact: (userId: string, last: number) => number | null,
    private readonly changed: () => void,
  ) {}

  get view(): InboxView {
    const lines = [...this.entries.values()]
      .map((entry) => ({
        user: entry.user,
        lastMessage: entry.lastMessage,
        unread: this.unread(entry),
      }))
      .sort((one, other) => (one.lastMessage.createdAt < other.lastMessage.createdAt ? 1 : -1));
    const unread = lines.reduce((sum, line) => sum + line.unread, 0);
    return { lines, load: this.load, failure: this.failure, unread };
  }

  person(userId: string): Person | null {
    return this.entries.get(userId)?.user ?? null;
  }

  /** Fetches the list, page by page. Requests during a fetch are combined into one further fetch. */
  async refresh(): Promise<void> {
    if (this.load === 'loading') {
      this.again = true;
      return;
    }
    this.load = 'loading';
    this.changed();
    await this.fetchAll();
    this.changed();
    if (this.wanted()) {
      await this.refresh();
    }
  }

  arrived(message: Message): void {
    const incoming = message.receiverId === this.me;
    const entry = this.entries.get(incoming ? message.senderId : message.receiverId);
    if (entry === undefined) {
      void this.refresh();
      return;
    }
    const isNew = incoming && message.seq > entry.countedUpTo && !entry.since.includes(message.seq);
    this.put({
      ...entry,
      lastMessage: message.seq > entry.lastMessage.seq ? message : entry.lastMessage,
      since: isNew ? [...entry.since, message.seq] : entry.since,
    });
    this.changed();
  }

  /** This person has read up to `seq`, here or on another device. */
  readUpTo(userId: string, seq: number): void {
    const entry = this.entries.get(userId);
    if (entry === undefined || seq <= entry.readByMe) {
      return;
    }
    const readByMe = Math.min(seq, entry.lastMessage.seq);
    this.put({ ...entry, readByMe });
    this.changed();
    if (readByMe < entry.countedUpTo && this.exact(userId, entry.lastMessage.seq) === null) {
      void this.refresh();
    }
  }

  close(): void {
    this.closed = true;
    this.cancelRetry?.();
  }

  private wanted(): boolean {
    return this.again && !this.closed;
  }

  private async fetchAll(): Promise<void> {
    this.again = false;
    try {
      let cursor: string | null = null;
      do {
        const page: Awaited<ReturnType<MessagesApi['conversations']>> = await this.api.conversations(cursor);
        page.conversations.forEach((summary) => {
          this.take(summary);
        });
        cursor = page.nextCursor;
        this.changed();
      } while (cursor !== null && !this.closed);
      this.load = 'ready';
      this.failure = null;
    } catch (error) {
      this.load = 'failed';
      this.failure = error instanceof RequestFailure ? error.code : 'internal';
      this.retryLater();
    }
  }

  private take({ user, lastMessage, unread }: ConversationSummary): void {
    const known = this.entries.get(user.id);
    this.put({
      user,
      lastMessage: known !== undefined && known.lastMessage.seq > lastMessage.seq ? known.lastMessage : lastMessage,
      counted: unread,
      countedUpTo: lastMessage.seq,
      since: known?.since.filter((seq) => seq > lastMessage.seq) ?? [],
      readByMe: known?.readByMe ?? 0,
    });
  }

  private unread(entry: Entry): number {
    const exact = this.exact(entry.user.id, entry.lastMessage.seq);
    if (exact !== null) {
      return exact;
    }
    const counted = entry.readByMe >= entry.countedUpTo ? 0 : entry.counted;
    return counted + entry.since.filter((seq) => seq > entry.readByMe).length;
  }

  private put(entry: Entry): void {
    this.entries.set(entry.user.id, entry);
  }

  private retryLater(): void {
    if (this.failure === 'unauthenticated') {
      return;
    }
    this.cancelRetry ??= this.clock.after(RETRY_MS, () => {
      this.cancelRetry = null;
      void this.refresh();
    });
  }
}
