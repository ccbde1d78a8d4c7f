package io.healthconnect.benchmarks.hostile;

import java.util.Arrays;
import java.util.Locale;

/** Times in nanoseconds, taken by any thread. */
final class Latencies {
  private long[] times = new long[1024];
  private int size;

  synchronized void add(long nanos) {
    if (size == times.length) {
      times = Arrays.copyOf(times, 2 * size);
    }
    times[size++] = nanos;
  }

  synchronized int count() {
    return size;
  }

  /** The time that 99 of 100 do not exceed, in milliseconds; 0 without any. */
  synchronized double p99() {
    long[] sorted = Arrays.copyOf(times, size);
    Arrays.sort(sorted);
    return size == 0 ? 0 : sorted[Math.min(size - 1, size * 99 / 100)] / 1e6;
  }

  /** This one's p99 as a multiple of the other's. */
  double ratio(Latencies baseline) {
    return baseline.p99() == 0 ? 0 : p99() / baseline.p99();
  }

  String against(Latencies baseline) {
    return String.format(
        Locale.ROOT,
        "p99 %.1f ms (%d) against %.1f ms (%d), ratio %.2f",
        p99(),
        count(),
        baseline.p99(),
        baseline.count(),
        ratio(baseline));
  }
}
