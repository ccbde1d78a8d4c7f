import type { Clock, Signaling } from './ports';
import type { Candidate, Description } from './wire';

const RETRY_MS = 1_000;
const MAX_RETRIES = 5;

type Item = ({ description: Description } | { candidate: Candidate }) & { sent: boolean; tries: number };

/**
 * The messages of this side about its connection: sent in order, and resent after a lost socket until the server has
 * confirmed them. A candidate is never sent before its description, and waits for nothing else. Opened when the
 * server knows the call.
 */
export class NegotiationQueue {
  #items: Item[] = [];
  #open: { to: string; callId: string } | null = null;
  #cancelRetry: (() => void) | null = null;
  #closed = false;

  /**
   * @param refused receives the code when the server accepts nothing more from this device
   */
  constructor(
    private readonly signaling: Signaling,
    private readonly clock: Clock,
    private readonly refused: (code: string) => void,
  ) {}

  open(call: { to: string; callId: string }): void {
    this.#open = call;
    this.flush();
  }

  addDescription(description: Description): void {
    // Candidates of older descriptions that have not gone yet would only be dropped by the receiver.
    this.#items = this.#items.filter((item) => item.sent || 'description' in item);
    this.#items.push({ description, sent: false, tries: 0 });
    this.flush();
  }

  addCandidate(candidate: Candidate): void {
    this.#items.push({ candidate, sent: false, tries: 0 });
    this.flush();
  }

  /** Sends nothing until it is opened again; for the time until the server knows this device. */
  hold(): void {
    this.#open = null;
  }

  private flush(): void {
    if (this.#open === null || this.#closed || this.#cancelRetry !== null) return;
    for (const item of this.#items) {
      if ('description' in item) {
        if (!item.sent && item === this.#items[0]) void this.#send(item, this.#open);
        return;
      }
      if (!item.sent) void this.#send(item, this.#open);
    }
  }

  close(): void {
    this.#closed = true;
    this.#cancelRetry?.();
    this.#items = [];
  }

  async #send(item: Item, call: { to: string; callId: string }): Promise<void> {
    item.sent = true;
    const reply =
      'description' in item
        ? await this.signaling.request('call-description', { ...call, description: item.description })
        : await this.signaling.request('ice-candidate', { ...call, candidate: item.candidate });
    if (this.#closed) return;
    if (reply.kind === 'offline') {
      item.sent = false;
      return;
    }
    if (reply.kind === 'refused' && this.#mayRetry(item, reply.code)) return;
    this.#items = this.#items.filter((each) => each !== item);
    if (reply.kind === 'refused' && ENDS.has(reply.code)) this.refused(reply.code);
    else this.flush();
  }

  /** The server is busy for a moment; a candidate too many is not worth the wait. */
  #mayRetry(item: Item, code: string): boolean {
    const passes = code === 'unavailable' || (code === 'rate_limited' && 'description' in item);
    if (!passes || item.tries >= MAX_RETRIES) return false;
    item.sent = false;
    item.tries += 1;
    this.#cancelRetry ??= this.clock.after(RETRY_MS, () => {
      this.#cancelRetry = null;
      this.flush();
    });
    return true;
  }
}

/** Codes after which this device has no part in the call any more. */
const ENDS = new Set(['not_found', 'not_your_device', 'answered_elsewhere', 'forbidden']);
