import type { Clock, PeerStats } from './ports';
import { qualityOf, type Quality } from './quality';

const EVERY_MS = 2_000;
/** One bad reading is ignored. */
const READINGS = 2;

/** Reads the connection's statistics every two seconds and reports changes of quality. */
export class QualityWatch {
  #before: PeerStats | null = null;
  #seen: Quality = 'unknown';
  #count = 0;
  #cancel: (() => void) | null = null;

  constructor(
    private readonly clock: Clock,
    private readonly read: () => Promise<PeerStats> | null,
    private readonly expectsVideo: () => boolean,
    private readonly judged: (quality: Quality) => void,
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
    if (now !== null && this.#before !== null) {
      this.#judge(qualityOf(this.#before, now, this.expectsVideo()));
    }
    this.#before = now;
    this.#cancel = this.clock.after(EVERY_MS, () => void this.#look());
  }

  #judge(quality: Quality): void {
    this.#count = quality === this.#seen ? this.#count + 1 : 1;
    this.#seen = quality;
    if (this.#count === READINGS) this.judged(quality);
  }
}
