package io.healthconnect.benchmarks.cluster;

import io.healthconnect.benchmarks.server.Delays;
import java.io.IOException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** Measures the time from sending to arrival. Thread-safe. */
final class Flights {
  private static final long PATIENCE_NANOS = TimeUnit.SECONDS.toNanos(30);

  private final Map<String, Long> departures = new ConcurrentHashMap<>();
  private final Delays delays = new Delays();

  void depart(String key) {
    departures.put(key, System.nanoTime());
  }

  /** Ignores keys that have not been sent or have already arrived. */
  void arrive(String key) {
    long now = System.nanoTime();
    Long departure = departures.remove(key);
    if (departure != null) {
      delays.add(now - departure);
    }
  }

  /**
   * @throws IOException if something has not arrived after half a minute
   */
  Delays awaitAll() throws IOException {
    long end = System.nanoTime() + PATIENCE_NANOS;
    while (!departures.isEmpty()) {
      if (System.nanoTime() > end) {
        throw new IOException(departures.size() + " did not arrive");
      }
      LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(5));
    }
    return delays;
  }
}
