package io.healthconnect.benchmarks.server;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;

/** Collects durations. Thread-safe. */
public final class Delays {
  private static final double NANOS_PER_MILLI = 1e6;

  private final List<Long> nanos = new ArrayList<>();

  public synchronized void add(long delayNanos) {
    nanos.add(delayNanos);
  }

  public synchronized int count() {
    return nanos.size();
  }

  /** The percentile of all durations in milliseconds; 0 if there are none. */
  public synchronized double millis(int percent) {
    if (nanos.isEmpty()) {
      return 0;
    }
    Collections.sort(nanos);
    int rank = (int) Math.ceil(nanos.size() * percent / 100.0);
    return nanos.get(Math.max(1, rank) - 1) / NANOS_PER_MILLI;
  }

  /** The p99 as a multiple of the baseline's; 0 if that is 0. */
  public double ratio(Delays baseline) {
    double before = baseline.millis(99);
    return before == 0 ? 0 : millis(99) / before;
  }

  /** Both p99 values with their counts, and their ratio. */
  public String against(Delays baseline) {
    return String.format(
        Locale.ROOT,
        "p99 %.1f ms (%d) against %.1f ms (%d), ratio %.2f",
        millis(99),
        count(),
        baseline.millis(99),
        baseline.count(),
        ratio(baseline));
  }

  @Override
  public String toString() {
    return String.format(
        Locale.ROOT,
        "p50 %.1f ms, p95 %.1f ms, p99 %.1f ms, max %.1f ms of %d",
        millis(50),
        millis(95),
        millis(99),
        millis(100),
        count());
  }
}
