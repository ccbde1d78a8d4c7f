package io.healthconnect.application;

import io.healthconnect.domain.StaleVersionException;
import java.util.Optional;
import java.util.function.Supplier;

/** Repeats a read and write if another write came in between. */
public final class Retry {
  private static final int TRIES = 20;

  private Retry() {}

  /**
   * @throws StaleVersionException if it still happens after 20 tries
   */
  public static <T> T onStaleVersion(Supplier<T> readAndWrite) {
    return onStaleVersion(readAndWrite, Optional.empty());
  }

  /** As above, but returns {@code otherwise} if it still happens after 20 tries. */
  public static <T> T onStaleVersion(Supplier<T> readAndWrite, Supplier<T> otherwise) {
    return onStaleVersion(readAndWrite, Optional.of(otherwise));
  }

  private static <T> T onStaleVersion(Supplier<T> readAndWrite, Optional<Supplier<T>> otherwise) {
    for (int left = TRIES; ; left--) {
      try {
        return readAndWrite.get();
      } catch (StaleVersionException e) {
        if (left <= 1) {
          return otherwise.orElseThrow(() -> e).get();
        }
      }
    }
  }
}
