import { RequestFailure } from '../model/ports';
import type {
  MessagePage,
  ChatPorts,
  Clock,
  ConversationsPage,
  Message,
  MessagesApi,
  Outgoing,
  Person,
  Unfinished,
  UnfinishedStore,
} from '../model/ports';

/** Time that stands still until a test moves it. */
class ManualClock implements Clock {
  private time = Date.parse('2026-03-02T09:00:00Z');
  private tasks: { at: number; task: () => void }[] = [];

  now(): number {
    return this.time;
  }

  after(ms: number, task: () => void): () => void {
    const entry = { at: this.time + ms, task };
    this.tasks.push(entry);
    return () => {
      this.tasks = this.tasks.filter((one) => one !== entry);
    };
  }

  advance(ms: number): void {
    const end = this.time + ms;
    for (;;) {
      const due = this.tasks.filter(({ at }) => at <= end).sort((one, other) => one.at - other.at)[0];
      if (due === undefined) {
        break;
      }
      this.tasks = this.tasks.filter((one) => one !== due);
      this.time = due.at;
      due.task();
    }
    this.time = end;
  }
}

/** The rules of the real server, for two people: numbers, client ids, read marks that go forward, pages. */
class FakeServer {
  readonly log: Message[] = [];
  /** Messages so long that no more of them go into a page, whatever its limit. */
  mostInPage = Number.POSITIVE_INFINITY;
  onMessage: (message: Message) => void = () => undefined;
  onRead: (by: string, upTo: number) => void = () => undefined;

  constructor(
    readonly me: string,
    readonly other: string,
    private readonly now: () => number,
  ) {}

  store(senderId: string, text: string, clientId: string): Message {
    const known = this.log.find((one) => one.senderId === senderId && one.clientId === clientId);
    if (known !== undefined) {
      return known;
    }
    const seq = this.log.length + 1;
    const message: Message = {
      id: `m${String(seq)}`,
      seq,
      senderId,
      receiverId: senderId === this.me ? this.other : this.me,
      text,
      image: null,
      document: null,
      clientId,
      createdAt: new Date(this.now() + seq).toISOString(),
      readAt: null,
    };
    this.log.push(message);
    this.onMessage(message);
    return message;
  }

  read(by: string, upTo: number): void {
    const readAt = new Date(this.now()).toISOString();
    const unread = this.log.filter((one) => one.receiverId === by && one.seq <= upTo && one.readAt === null);
    unread.forEach((message) => {
      this.log[this.log.indexOf(message)] = { ...message, readAt };
    });
    if (unread.length > 0) {
      this.onRead(by, upTo);
    }
  }

  before(seq: number, limit: number): MessagePage {
    const below = this.log.filter((message) => message.seq < seq);
    const messages = below.slice(-Math.min(limit, this.mostInPage));
    return { messages, hasMore: messages.length < below.length };
  }

  after(seq: number, limit: number): MessagePage {
    const above = this.log.filter((message) => message.seq > seq);
    const messages = above.slice(0, Math.min(limit, this.mostInPage));
    return { messages, hasMore: messages.length < above.length };
  }

  unreadOf(reader: string): number {
    return this.log.filter((one) => one.receiverId === reader && one.readAt === null).length;
  }

  inbox(user: Person): ConversationsPage {
    const lastMessage = this.log.at(-1);
    return {
      conversations: lastMessage === undefined ? [] : [{ user, lastMessage, unread: this.unreadOf(this.me) }],
      nextCursor: null,
    };
  }
}

interface Pending {
  readonly process: () => void;
  readonly settle: () => void;
  readonly fail: (failure: RequestFailure) => void;
  processed: boolean;
}

/** A network on which every request is processed and answered only when a test says so. */
class SlowNetwork {
  readonly pending: Pending[] = [];

  request<T>(work: () => T): Promise<T> {
    return new Promise<T>((resolve, reject) => {
      let answer: T;
      this.pending.push({
        processed: false,
        process: () => {
          answer = work();
        },
        settle: () => {
          resolve(answer);
        },
        fail: reject,
      });
    });
  }

  /** The server does its part; the answer is still on its way. */
  process(index: number): void {
    const request = this.pending[index];
    if (request !== undefined && !request.processed) {
      request.processed = true;
      request.process();
    }
  }

  /** The answer arrives. */
  deliver(index: number): void {
    this.process(index);
    this.pending.splice(index, 1)[0]?.settle();
  }

  /** No answer comes, whether or not the server has done its part. */
  drop(index: number, failure = new RequestFailure('offline')): void {
    this.pending.splice(index, 1)[0]?.fail(failure);
  }
}

class MemoryStore implements UnfinishedStore {
  kept: Unfinished = { drafts: {}, unsent: [] };

  load(): Unfinished {
    return this.kept;
  }

  save(unfinished: Unfinished): void {
    this.kept = unfinished;
  }

  clear(): void {
    this.kept = { drafts: {}, unsent: [] };
  }
}

export const ME = 'me';
export const OTHER = 'other';
export const DOCTOR: Person = { id: OTHER, role: 'doctor', name: 'Asha Rao', avatar: null, online: true };

/** A person's device with everything around it that a test can move. */
export class World {
  readonly clock = new ManualClock();
  readonly server = new FakeServer(ME, OTHER, () => this.clock.now());
  readonly network = new SlowNetwork();
  readonly store = new MemoryStore();
  readonly typingSent: string[] = [];
  /** What the next sends are refused with. */
  readonly refusals: RequestFailure[] = [];
  private ids = 0;

  readonly api: MessagesApi = {
    conversations: () => this.network.request(() => this.server.inbox(DOCTOR)),
    before: (_, before, limit) =>
      this.network.request(() => this.server.before(before ?? Number.MAX_SAFE_INTEGER, limit)),
    after: (_, after, limit) => this.network.request(() => this.server.after(after, limit)),
    send: (_, { text, clientId }: Outgoing) => {
      const refusal = this.refusals.shift();
      return refusal === undefined
        ? this.network.request(() => this.server.store(ME, text, clientId))
        : Promise.reject(refusal);
    },
    markRead: (_, upTo) =>
      this.network.request(() => {
        this.server.read(ME, upTo);
      }),
  };

  readonly ports: ChatPorts = {
    api: this.api,
    clock: this.clock,
    store: this.store,
    emitTyping: (to) => this.typingSent.push(to),
    newClientId: () => `c${String((this.ids += 1))}`,
  };

  /** Lets every answer arrive, in order, until nothing is on its way. */
  async calm(): Promise<void> {
    await turns();
    while (this.network.pending.length > 0) {
      this.network.deliver(0);
      await turns();
    }
  }
}

/** Lets promises that are settled run on. */
export async function turns(): Promise<void> {
  for (let turn = 0; turn < 12; turn += 1) {
    await Promise.resolve();
  }
}
