package io.healthconnect.mongo.db;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * Lets threads of this process that would conflict in the database go one after the other, which
 * saves them repetitions. No promise rests on it: other processes do not take part, and who has
 * waited for a second goes anyway.
 */
public final class Turns {
  private static final int SEATS = 256;
  private static final long PATIENCE_MILLIS = 1_000;

  private final Lock[] seats =
      Stream.generate(() -> new ReentrantLock(true)).limit(SEATS).toArray(Lock[]::new);

  Turns() {}

  /** Does the work in the turn of {@code key}. */
  public <T> T take(String key, Supplier<T> work) {
    Lock seat = seats[Math.floorMod(key.hashCode(), SEATS)];
    boolean taken = isTaken(seat);
    try {
      return work.get();
    } finally {
      if (taken) {
        seat.unlock();
      }
    }
  }

  private static boolean isTaken(Lock seat) {
    try {
      return seat.tryLock(PATIENCE_MILLIS, TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      // The driver notices it too, and ends the work.
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
