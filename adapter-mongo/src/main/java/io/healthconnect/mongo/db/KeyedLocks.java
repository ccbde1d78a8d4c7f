package io.healthconnect.mongo.db;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * Serialises threads of this process that would conflict in the database, which saves them
 * repetitions. Correctness does not depend on it: other processes do not take part, and a thread
 * that has waited for a second proceeds anyway.
 */
public final class KeyedLocks {
  private static final int STRIPES = 256;
  private static final long PATIENCE_MILLIS = 1_000;

  private final Lock[] locks =
      Stream.generate(() -> new ReentrantLock(true)).limit(STRIPES).toArray(Lock[]::new);

  KeyedLocks() {}

  /** Does the work while no other thread works on {@code key}. */
  public <T> T whileLocked(String key, Supplier<T> work) {
    Lock lock = locks[Math.floorMod(key.hashCode(), STRIPES)];
    boolean locked = acquired(lock);
    try {
      return work.get();
    } finally {
      if (locked) {
        lock.unlock();
      }
    }
  }

  private static boolean acquired(Lock lock) {
    try {
      return lock.tryLock(PATIENCE_MILLIS, TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      // The driver notices the interrupt too and ends the work.
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
