package io.healthconnect.rest.http.server;

/**
 * Spaces out the wake-ups of a busy selector, so that each finds more to do: a wake-up costs about
 * as much as the event that it is for. Not thread-safe.
 *
 * <p>It asks for a pause only while wake-ups come faster than {@value #BUSY_PER_SECOND} a second,
 * and while pauses pay: after {@value #SAMPLE} pauses that did not bring events together, as with a
 * single client that waits for each answer, none follow for {@value #UNPACED} wake-ups.
 */
final class WakeUpPace {
  /** Wake-ups begin this far apart at least. With what the system adds, it is under 0.5 ms. */
  static final long APART_NANOS = 400_000;

  static final int BUSY_PER_SECOND = 1_500;
  static final int SAMPLE = 16;
  static final int UNPACED = 512;

  /** The system would take longer to begin such a pause than it lasts. */
  private static final long SHORTEST_NANOS = 20_000;

  private static final long BUSY_NANOS = (SAMPLE - 1) * 1_000_000_000L / BUSY_PER_SECOND;

  /** When the last wake-ups were; a ring. */
  private final long[] times = new long[SAMPLE];

  private int oldest;
  private long total;

  private boolean paused;
  private int pauses;
  private int found;
  private int unpaced;

  /**
   * How long to wait before the next wake-up, in nanoseconds; 0 for not at all.
   *
   * @param now the time, of a clock that never goes back
   */
  long pause(long now) {
    paused = false;
    if (unpaced > 0) {
      unpaced--;
      return 0;
    }
    long last = times[(oldest + SAMPLE - 1) % SAMPLE];
    if (total < SAMPLE || last - times[oldest] > BUSY_NANOS) {
      return 0;
    }
    long left = last + APART_NANOS - now;
    paused = left >= SHORTEST_NANOS;
    return paused ? left : 0;
  }

  /**
   * Records a wake-up.
   *
   * @param events how many events it found
   */
  void wokeUp(long now, int events) {
    times[oldest] = now;
    oldest = (oldest + 1) % SAMPLE;
    total++;
    if (!paused) {
      return;
    }
    found += events;
    pauses++;
    if (pauses == SAMPLE) {
      // Less than half of the pauses brought a second event.
      unpaced = 2 * found < 3 * SAMPLE ? UNPACED : 0;
      pauses = 0;
      found = 0;
    }
  }
}
