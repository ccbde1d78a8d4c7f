package io.healthconnect.mongo.db;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.random.RandomGenerator;

/**
 * The pauses of one transaction that is repeated because others write to the same documents: longer
 * each time, and by chance, so that those who lost together do not come back together.
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

  /** Returns at once before the first try. */
  void awaitTry() {
    LockSupport.parkNanos(nextNanos());
  }

  /** How long to wait before the next try. */
  long nextNanos() {
    int before = tries++;
    if (before == 0) {
      return 0;
    }
    double limit = FIRST_NANOS * Math.pow(GROWTH, before - 1);
    return (long) (random.nextDouble() * Math.min(limit, MAX_NANOS));
  }
}
