package io.healthconnect.rest.http.request;

import java.time.Duration;
import java.util.function.LongSupplier;

/**
 * Decides whether the body of one request arrives too slowly. Counts the time that the server waits
 * for the client after the first byte, but not the time that it spends itself. The first second is
 * free, since a few bytes may arrive before the rest. Not thread-safe.
 */
public final class SlowBodyDetector {
  private static final Duration FREE = Duration.ofSeconds(1);

  private final int bytesPerSecond;
  private final Duration longest;
  private final LongSupplier nanoTime;
  private final long start;
  private long bytes;
  private long waitingSince;
  private long waitedNanos;

  private SlowBodyDetector(int bytesPerSecond, Duration longest, LongSupplier nanoTime) {
    this.bytesPerSecond = bytesPerSecond;
    this.longest = longest;
    this.nanoTime = nanoTime;
    this.start = nanoTime.getAsLong();
  }

  /** For a body of any rate, to which other limits apply. */
  public static SlowBodyDetector never() {
    return new SlowBodyDetector(0, Duration.ofNanos(Long.MAX_VALUE), () -> 0);
  }

  /** For a body that must arrive at this rate. */
  public static SlowBodyDetector below(int bytesPerSecond, LongSupplier nanoTime) {
    return new SlowBodyDetector(bytesPerSecond, Duration.ofNanos(Long.MAX_VALUE), nanoTime);
  }

  /** As this one, but the whole body must also arrive within this time from now. */
  public SlowBodyDetector withTimeLimit(Duration time) {
    return new SlowBodyDetector(bytesPerSecond, time, nanoTime);
  }

  /** From now on, the server waits for the client. */
  public void startWaiting() {
    waitingSince = nanoTime.getAsLong();
  }

  /** The server no longer waits. */
  public void stopWaiting() {
    if (bytes > 0) {
      waitedNanos += nanoTime.getAsLong() - waitingSince;
    }
  }

  /** Adds bytes that have arrived. */
  public void received(int more) {
    bytes += more;
  }

  public boolean isTooSlow() {
    boolean slow = waitedNanos >= FREE.toNanos() && bytes < bytesPerSecond * (waitedNanos / 1e9);
    return slow || nanoTime.getAsLong() - start > longest.toNanos();
  }
}
