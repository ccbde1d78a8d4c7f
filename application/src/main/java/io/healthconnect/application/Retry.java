package io.healthconnect.application;

import io.healthconnect.domain.StaleVersionException;
import java.util.function.Supplier;

/** Reads and writes again when somebody else's write came between. */
public final class Retry {
  private static final int TRIES = 20;

  private Retry() {}

  /**
   * @throws StaleVersionException if it still happens after 20 tries
   */
  public static <T> T onStaleVersion(Supplier<T> readAndWrite) {
    for (int left = TRIES; ; left--) {
      try {
        return readAndWrite.get();
      } catch (StaleVersionException e) {
        if (left <= 1) {
          throw e;
        }
      }
    }
  }
}
