import type { Line } from './line';
import type { Clock } from './ports';

/** For so long in a row the line must be weak before the picture stops. */
const WEAK_MS = 6_000;
/** For so long in a row it must be good before the picture comes back. */
const GOOD_MS = 10_000;
const LONGEST_GOOD_MS = 120_000;
/** A picture that had to stop again so soon came back too early: the next time it waits twice as long. */
const TRIAL_MS = 45_000;
/** So long the browser's estimate takes to follow a picture that has just begun. */
const SETTLING_MS = 12_000;
/** So many readings are judged together, because reports about losses come in bursts. */
const WINDOW = 3;

const WEAK = { lost: 0.1, roundTripSeconds: 1, bitsPerSecond: 200_000 };
const GOOD = { lost: 0.05, roundTripSeconds: 0.75 };

/**
 * Stops sending the picture while the line is weak, so that the voice goes on. While the picture is stopped, the
 * browser's estimate says only that the voice fits; so the picture comes back on trial, later each time.
 */
export class VoiceFirst {
  #paused = false;
  #insists = false;
  #recent: Line[] = [];
  #startedAt: number | null = null;
  #weakSince: number | null = null;
  #goodSince: number | null = null;
  #resumedAt: number | null = null;
  #patience = GOOD_MS;

  constructor(
    private readonly clock: Pick<Clock, 'now'>,
    private readonly changed: () => void,
  ) {}

  get paused(): boolean {
    return this.#paused;
  }

  /** A connection is there, perhaps another one than before. */
  connected(): void {
    this.#startedAt = null;
    this.#recent = [];
  }

  /**
   * Takes the next reading.
   *
   * @param wantsVideo whether there is a picture to send
   */
  heard(line: Line, wantsVideo: boolean): void {
    const now = this.clock.now();
    if (!wantsVideo) {
      this.#forget();
      return;
    }
    this.#startedAt ??= now;
    this.#recent = [...this.#recent, line].slice(-WINDOW);
    this.#weakSince = this.#isWeak(now) ? (this.#weakSince ?? now) : null;
    this.#goodSince = this.#isGood(now) ? (this.#goodSince ?? now) : null;
    const isGood = this.#goodSince !== null && now - this.#goodSince >= this.#patience;
    if (this.#paused) {
      if (isGood) this.#resume(now);
    } else if (this.#insists) {
      this.#insists = !isGood;
    } else if (this.#weakSince !== null && now - this.#weakSince >= WEAK_MS) {
      this.#pause(now);
    }
  }

  /** The person wants to send the picture all the same: it stops no more until the line has been good. */
  insist(): void {
    if (!this.#paused) return;
    this.#insists = true;
    this.#resume(this.clock.now());
  }

  #pause(now: number): void {
    const tooEarly = this.#resumedAt !== null && now - this.#resumedAt < TRIAL_MS;
    this.#patience = tooEarly ? Math.min(2 * this.#patience, LONGEST_GOOD_MS) : GOOD_MS;
    this.#set(true);
  }

  #resume(now: number): void {
    this.#resumedAt = now;
    this.#startedAt = now;
    this.#set(false);
  }

  #forget(): void {
    this.#startedAt = null;
    this.#insists = false;
    this.#recent = [];
    this.#set(false);
  }

  #set(paused: boolean): void {
    this.#weakSince = null;
    this.#goodSince = null;
    if (this.#paused === paused) return;
    this.#paused = paused;
    this.changed();
  }

  #isWeak(now: number): boolean {
    return this.#lost() > WEAK.lost || this.#roundTrip() > WEAK.roundTripSeconds || this.#isNarrow(now);
  }

  #isGood(now: number): boolean {
    const isClear = this.#lost() < GOOD.lost && this.#roundTrip() < GOOD.roundTripSeconds;
    return isClear && (this.#paused || (this.#isSettled(now) && !this.#isNarrow(now)));
  }

  #isNarrow(now: number): boolean {
    const bits = this.#recent.at(-1)?.bitsPerSecond ?? null;
    return !this.#paused && this.#isSettled(now) && bits !== null && bits < WEAK.bitsPerSecond;
  }

  #isSettled(now: number): boolean {
    return this.#startedAt !== null && now - this.#startedAt >= SETTLING_MS;
  }

  #roundTrip(): number {
    return this.#recent.at(-1)?.roundTripSeconds ?? 0;
  }

  #lost(): number {
    const sum = (of: 'sent' | 'lost') => this.#recent.reduce((all, line) => all + line[of], 0);
    return sum('sent') === 0 ? 0 : sum('lost') / sum('sent');
  }
}
