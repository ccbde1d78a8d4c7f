import { RequestFailure, type Clock, type Message, type MessagesApi, type Outgoing, type UnsentText } from './ports';

/**
 * `waiting`: goes out by itself once the connection, the session or the rate allows it. `failed`: only when asked to.
 */
type UnsentState = 'sending' | 'waiting' | 'failed';

export interface Unsent extends Outgoing {
  readonly state: UnsentState;
  /** The code of the last failure. */
  readonly failure: string | null;
  /** The uploaded share of a file, 0 to 1. */
  readonly progress: number;
  /** Milliseconds since the epoch. */
  readonly at: number;
  /** Stays below the message of this number. Null: stays at the end. */
  readonly anchor: number | null;
}

/** What the outbox asks of its conversation. */
export interface OutboxHost {
  readonly otherId: string;
  connected(): boolean;
  highestSeq(): number;
  stored(message: Message): void;
  /** The server refuses all messages to this person. */
  contactEnded(): void;
  changed(): void;
}

const TRANSIENT = new Set([
  'offline',
  'internal',
  'unavailable',
  'overloaded',
  'request_timeout',
  'in_progress',
  'unexpected_reply',
]);
const BACKOFF_MS = [1000, 2000, 5000];
/** Without a socket there may still be an answer: some networks allow only plain requests. */
const OFFLINE_RETRY_MS = 5000;
const RATE_LIMIT_WAIT_MS = 1000;

/**
 * Messages that are not known to be stored yet. Texts are sent one after the other, so that they keep their order;
 * files have a separate queue, so that a slow upload does not delay texts. Every attempt carries the same client
 * id, so that a lost answer makes no copy.
 */
export class Outbox {
  private entries: readonly Unsent[] = [];
  private readonly inFlight = new Map<string, AbortController>();
  private readonly tries = new Map<string, number>();
  private readonly timers = new Set<() => void>();
  private resumesAt = 0;
  private closed = false;

  constructor(
    private readonly api: MessagesApi,
    private readonly clock: Clock,
    private readonly newClientId: () => string,
    private readonly host: OutboxHost,
  ) {}

  get unsent(): readonly Unsent[] {
    return this.entries;
  }

  /** When sending goes on after too many messages; in the past when nothing holds it. */
  get pausedUntil(): number {
    return this.resumesAt;
  }

  send(text: string, file: Outgoing['file'] = null): void {
    this.add({ clientId: this.newClientId(), text, file }, this.clock.now());
    this.flush();
  }

  /** Resumes what an earlier page of this tab could not send. */
  restore(texts: readonly UnsentText[]): void {
    for (const { clientId, text, at } of texts) {
      this.add({ clientId, text, file: null }, at);
    }
    this.flush();
  }

  retry(clientId: string): void {
    this.tries.delete(clientId);
    const entry = this.find(clientId);
    if (entry?.state !== 'failed') {
      return;
    }
    // The server knows this id for another message, so ours is stored under none: it needs a new one.
    const renewed = entry.failure === 'key_reuse' ? this.newClientId() : clientId;
    this.replace(clientId, { clientId: renewed, state: 'waiting', failure: null, progress: 0 });
    this.flush();
  }

  /** Drops an entry. One that is on its way may have arrived already; then it shows up as sent. */
  discard(clientId: string): void {
    this.inFlight.get(clientId)?.abort();
    this.remove(clientId);
    this.flush();
  }

  /** A message of this person is stored, by whatever way that was learnt. */
  confirm(clientId: string): void {
    if (this.find(clientId) !== undefined) {
      this.remove(clientId);
      this.flush();
    }
  }

  /** Sends what may be sent now. */
  flush(): void {
    if (this.closed || this.clock.now() < this.resumesAt) {
      return;
    }
    for (const lane of [true, false]) {
      const inLane = this.entries.filter((entry) => (entry.file !== null) === lane);
      if (inLane.some((entry) => this.inFlight.has(entry.clientId))) {
        continue;
      }
      const next = inLane.find((entry) => entry.state !== 'failed');
      if (next !== undefined) {
        void this.dispatch(next);
      }
    }
  }

  /** Stops everything; nothing is sent or told from now on. */
  close(): void {
    this.closed = true;
    this.timers.forEach((cancel) => {
      cancel();
    });
    this.inFlight.forEach((controller) => {
      controller.abort();
    });
  }

  private async dispatch(entry: Unsent): Promise<void> {
    const { clientId } = entry;
    const controller = new AbortController();
    this.inFlight.set(clientId, controller);
    this.replace(clientId, { state: 'sending' });
    const progress = (share: number) => {
      this.replace(clientId, { progress: share });
    };
    try {
      const message = await this.api.send(this.host.otherId, entry, progress, controller.signal);
      this.inFlight.delete(clientId);
      if (!this.closed) {
        this.tries.delete(clientId);
        this.host.stored(message);
        this.confirm(clientId);
        this.flush();
      }
    } catch (error) {
      this.inFlight.delete(clientId);
      if (!this.closed && !controller.signal.aborted) {
        this.failed(clientId, error instanceof RequestFailure ? error : new RequestFailure('internal'));
      }
    }
  }

  private failed(clientId: string, failure: RequestFailure): void {
    if (this.find(clientId) === undefined) {
      return;
    }
    if (failure.code === 'rate_limited') {
      this.pause(failure.retryAfterMs ?? RATE_LIMIT_WAIT_MS);
      this.replace(clientId, { state: 'waiting', failure: failure.code });
    } else if (failure.code === 'unauthenticated') {
      this.replace(clientId, { state: 'waiting', failure: failure.code, progress: 0 });
    } else if (TRANSIENT.has(failure.code) && !this.host.connected()) {
      this.replace(clientId, { state: 'waiting', failure: failure.code, progress: 0 });
      this.later(OFFLINE_RETRY_MS);
    } else if (TRANSIENT.has(failure.code) && this.tryAgain(clientId)) {
      this.replace(clientId, { failure: failure.code, progress: 0 });
    } else {
      const anchor = this.find(clientId)?.anchor ?? this.host.highestSeq();
      this.replace(clientId, { state: 'failed', failure: failure.code, progress: 0, anchor });
      if (failure.code === 'forbidden') {
        this.host.contactEnded();
      }
      this.flush();
    }
  }

  private tryAgain(clientId: string): boolean {
    const tries = this.tries.get(clientId) ?? 0;
    const wait = BACKOFF_MS[tries];
    if (wait === undefined) {
      return false;
    }
    this.tries.set(clientId, tries + 1);
    this.later(wait);
    return true;
  }

  private pause(ms: number): void {
    this.resumesAt = this.clock.now() + ms;
    this.later(ms);
  }

  private later(ms: number): void {
    const cancel = this.clock.after(ms, () => {
      this.timers.delete(cancel);
      this.flush();
      this.host.changed();
    });
    this.timers.add(cancel);
  }

  private add(outgoing: Outgoing, at: number): void {
    this.set([...this.entries, { ...outgoing, state: 'waiting', failure: null, progress: 0, at, anchor: null }]);
  }

  private find(clientId: string): Unsent | undefined {
    return this.entries.find((entry) => entry.clientId === clientId);
  }

  private replace(clientId: string, change: Partial<Unsent>): void {
    this.set(this.entries.map((entry) => (entry.clientId === clientId ? { ...entry, ...change } : entry)));
  }

  private remove(clientId: string): void {
    this.set(this.entries.filter((entry) => entry.clientId !== clientId));
  }

  private set(entries: readonly Unsent[]): void {
    this.entries = entries;
    this.host.changed();
  }
}
