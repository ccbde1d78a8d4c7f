import { type Line, lineOf } from './line';
import type { Clock, PeerStats } from './ports';
import { qualityOf, type Quality } from './quality';

const EVERY_MS = 2_000;
/** One bad reading is ignored. */
const READINGS = 2;

export interface QualityEvents {
  /** The quality of what is received has changed. */
  judged(quality: Quality): void;
  /** How the way to the other side was since the last reading. */
  line(line: Line): void;
}

/** Reads the connection's statistics every two seconds. */
export class QualityWatch {
  #before: PeerStats | null = null;
  #seen: Quality = 'unknown';
  #count = 0;
  #cancel: (() => void) | null = null;

  constructor(
    private readonly clock: Clock,
    private readonly read: () => Promise<PeerStats> | null,
    private readonly expectsVideo: () => boolean,
    private readonly events: QualityEvents,
  ) {}

  start(): void {
    this.stop();
    this.#cancel = this.clock.after(EVERY_MS, () => void this.#look());
  }

  stop(): void {
    this.#cancel?.();
    this.#cancel = null;
    this.#before = null;
  }

  async #look(): Promise<void> {
    const mine = this.#cancel;
    const now = await Promise.resolve(this.read()).catch(() => null);
    if (mine === null || mine !== this.#cancel) return;
    const before = this.#before;
    this.#before = now;
    this.#cancel = this.clock.after(EVERY_MS, () => void this.#look());
    if (now === null || before === null) return;
    this.#judge(qualityOf(before, now, this.expectsVideo()));
    const line = lineOf(before, now);
    if (line !== null) this.events.line(line);
  }

  #judge(quality: Quality): void {
    this.#count = quality === this.#seen ? this.#count + 1 : 1;
    this.#seen = quality;
    if (this.#count === READINGS) this.events.judged(quality);
  }
}
