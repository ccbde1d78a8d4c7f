package io.healthconnect.bootstrap;

import java.time.Duration;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BooleanSupplier;
import java.util.function.LongSupplier;

/**
 * Whether the store is ready, asked at most once a second. The question costs a synced write, and
 * anybody may ask it as often as they like; more writes would hold up those of people.
 */
final class Readiness implements BooleanSupplier {
  static final Duration LIFE = Duration.ofSeconds(1);

  private final BooleanSupplier store;
  private final LongSupplier nanoTime;

  /** Not a monitor: virtual threads that wait for one would hold up all others. */
  private final Lock turn = new ReentrantLock();

  private boolean known;
  private boolean ready;
  private long askedAt;

  Readiness(BooleanSupplier store, LongSupplier nanoTime) {
    this.store = store;
    this.nanoTime = nanoTime;
  }

  /** Who asks while the store is being asked gets the same answer. */
  @Override
  public boolean getAsBoolean() {
    turn.lock();
    try {
      if (!known || nanoTime.getAsLong() - askedAt >= LIFE.toNanos()) {
        ready = store.getAsBoolean();
        askedAt = nanoTime.getAsLong();
        known = true;
      }
      return ready;
    } finally {
      turn.unlock();
    }
  }
}
