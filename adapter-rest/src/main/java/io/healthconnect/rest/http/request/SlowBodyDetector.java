package io.healthconnect.rest.http.request;

import java.time.Duration;
import java.util.function.LongSupplier;

/**
 * Decides whether the body of one request arrives too slowly. Counts the time that the client was
 * waited for after its first byte, but not the time that the server took itself. The first second
 * is free, since a few bytes may arrive before the rest. Not thread-safe.
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

  /** Of a body that may come as slowly as it likes: other limits have seen to it. */
  public static SlowBodyDetector never() {
    return new SlowBodyDetector(0, Duration.ofNanos(Long.MAX_VALUE), () -> 0);
  }

  /** Of a body that has to come at this rate. */
  public static SlowBodyDetector below(int bytesPerSecond, LongSupplier nanoTime) {
    return new SlowBodyDetector(bytesPerSecond, Duration.ofNanos(Long.MAX_VALUE), nanoTime);
  }

  /** The same, of a body that also has to come within this time from now, all in all. */
  public SlowBodyDetector orAfter(Duration time) {
    return new SlowBodyDetector(bytesPerSecond, time, nanoTime);
  }

  /** The client is waited for from now on. */
  public void waits() {
    waitingSince = nanoTime.getAsLong();
  }

  /** The client is no longer waited for. */
  public void waited() {
    if (bytes > 0) {
      waitedNanos += nanoTime.getAsLong() - waitingSince;
    }
  }

  /** So many more bytes have come. */
  public void came(int more) {
    bytes += more;
  }

  public boolean isTooSlow() {
    boolean slow = waitedNanos >= FREE.toNanos() && bytes < bytesPerSecond * (waitedNanos / 1e9);
    return slow || nanoTime.getAsLong() - start > longest.toNanos();
  }
}
