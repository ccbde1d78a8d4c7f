package io.healthconnect.domain;

import java.util.function.Supplier;

/** Lets several reads see a store as of one instant. */
public interface Snapshots {
  /**
   * Runs reads. What they read, on this thread and through the repositories of the same store, is
   * as of one instant, not before the call; what others write meanwhile is not seen, and does not
   * wait. Holds on to that state of the store, so it must not take minutes, and must not write.
   *
   * @throws StoreUnavailableException if the store cannot answer now
   */
  <T> T read(Supplier<T> reads);
}
