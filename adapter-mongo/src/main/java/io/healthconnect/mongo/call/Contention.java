package io.healthconnect.mongo.call;

import io.healthconnect.domain.StaleVersionException;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;

/** Retries, with increasing pauses, when others write the same document. */
final class Contention {
  private static final int TRIES = 200;
  private static final long LONGEST_PAUSE_MILLIS = 20;

  private Contention() {}

  /**
   * @param attempt returns empty when another write came in between
   * @throws StaleVersionException if that happens again and again
   */
  static <T> T settle(Supplier<Optional<T>> attempt) {
    for (int i = 1; i <= TRIES; i++) {
      Optional<T> result = attempt.get();
      if (result.isPresent()) {
        return result.get();
      }
      long most = Math.min(i, LONGEST_PAUSE_MILLIS);
      long millis = ThreadLocalRandom.current().nextLong(most + 1);
      LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(millis));
    }
    throw new StaleVersionException("call");
  }
}
