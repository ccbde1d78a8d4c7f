/** Time, passed in so that tests can hold it. */
export interface Clock {
  /** Milliseconds since 1970. */
  now(): number;
  /** Runs once after so many milliseconds; the result cancels it. */
  after(milliseconds: number, run: () => void): () => void;
}

/** The clock of this device: the one place that reads it. */
export const systemClock: Clock = {
  now: () => Date.now(),
  after(milliseconds, run) {
    const timer = setTimeout(run, milliseconds);
    return () => clearTimeout(timer);
  },
};

/** The present, by the clock of this device. */
export function currentTime(): Date {
  return new Date(systemClock.now());
}
