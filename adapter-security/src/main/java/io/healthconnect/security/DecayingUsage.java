package io.healthconnect.security;

import io.healthconnect.domain.account.Requester;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * How long each requester has been served recently, as a sum that decays by half every minute.
 * Remembers the last 2,000 requesters. Not thread-safe.
 */
final class DecayingUsage {
  private static final int MAX_ENTRIES = 2_000;
  private static final double HALF_LIFE_NANOS = Duration.ofMinutes(1).toNanos();

  /** The sum at an instant of the monotonic clock. */
  private record Use(double nanos, long at) {}

  private final Map<Requester, Use> uses =
      new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Requester, Use> eldest) {
          return size() > MAX_ENTRIES;
        }
      };

  void add(Requester requester, long nanos, long now) {
    uses.put(requester, new Use(of(requester, now) + nanos, now));
  }

  /** The recent use of a requester, in nanoseconds. */
  double of(Requester requester, long now) {
    Use use = uses.get(requester);
    return use == null ? 0 : use.nanos() * Math.pow(0.5, (now - use.at()) / HALF_LIFE_NANOS);
  }
}
