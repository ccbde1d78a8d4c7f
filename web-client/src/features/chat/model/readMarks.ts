import { RequestFailure, type Clock } from './ports';

/** Marks that come close together become one request. */
const COLLECT_MS = 300;
const RETRY_MS = 3000;

/** How far the two people of a conversation have read. Marks only go forward. */
export class ReadMarks {
  private byMe = 0;
  private byOther = 0;
  /** What the server knows of `byMe`. */
  private told = 0;
  private telling = false;
  private cancelTimer: (() => void) | null = null;

  constructor(
    private readonly me: string,
    private readonly clock: Clock,
    private readonly tell: (upTo: number) => Promise<void>,
  ) {}

  get readByMe(): number {
    return this.byMe;
  }

  get readByOther(): number {
    return this.byOther;
  }

  /** The server reports that `reader` has read up to `seq`. Returns whether that is new. */
  marked(reader: string, seq: number): boolean {
    const mine = reader === this.me;
    const before = mine ? this.byMe : this.byOther;
    if (mine) {
      this.told = Math.max(this.told, seq);
      this.byMe = Math.max(this.byMe, seq);
    } else {
      this.byOther = Math.max(this.byOther, seq);
    }
    return seq > before;
  }

  /** This person has seen up to `seq` on this screen. Returns whether that is new. */
  seen(seq: number): boolean {
    if (seq <= this.byMe) {
      return false;
    }
    this.byMe = seq;
    this.schedule(COLLECT_MS);
    return true;
  }

  /** Reports to the server what it does not know yet. */
  flush(): void {
    if (this.told < this.byMe) {
      this.schedule(0);
    }
  }

  close(): void {
    this.cancelTimer?.();
    this.cancelTimer = null;
    this.told = Number.POSITIVE_INFINITY;
  }

  private schedule(ms: number): void {
    this.cancelTimer ??= this.clock.after(ms, () => {
      this.cancelTimer = null;
      void this.send();
    });
  }

  private async send(): Promise<void> {
    if (this.telling || this.told >= this.byMe) {
      return;
    }
    const upTo = this.byMe;
    this.telling = true;
    try {
      await this.tell(upTo);
      this.told = Math.max(this.told, upTo);
      this.telling = false;
      this.flush();
    } catch (error) {
      this.telling = false;
      if (error instanceof RequestFailure && error.code !== 'unauthenticated' && error.code !== 'not_found') {
        this.schedule(error.retryAfterMs ?? RETRY_MS);
      }
    }
  }
}
