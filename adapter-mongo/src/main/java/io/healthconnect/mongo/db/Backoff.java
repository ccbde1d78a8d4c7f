package io.healthconnect.mongo.db;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.random.RandomGenerator;

/**
 * Pauses between the attempts of a transaction that conflicts with others: longer each time, and
 * random, so that the losers of one conflict do not meet again.
 */
final class Backoff {
  static final long MAX_NANOS = TimeUnit.MILLISECONDS.toNanos(500);

  private static final double FIRST_NANOS = TimeUnit.MILLISECONDS.toNanos(20);
  private static final double GROWTH = 1.5;

  private final RandomGenerator random;
  private int tries;

  Backoff(RandomGenerator random) {
    this.random = random;
  }

  /** Pauses before the next attempt; does not pause before the first. */
  void awaitTry() {
    LockSupport.parkNanos(nextNanos());
  }

  /** How long to wait before the next attempt. */
  long nextNanos() {
    int before = tries++;
    if (before == 0) {
      return 0;
    }
    double limit = FIRST_NANOS * Math.pow(GROWTH, before - 1);
    return (long) (random.nextDouble() * Math.min(limit, MAX_NANOS));
  }
}
