package io.healthconnect.domain.export;

import java.util.function.Function;

/** Lets several reads see a store as of one instant. */
public interface Snapshots {
  /**
   * Runs reads of a snapshot, whose instant is not before the call. What others write meanwhile is
   * not seen, and does not wait. Holds on to that state of the store, so it must not take minutes.
   *
   * @throws io.healthconnect.domain.StoreUnavailableException if the store cannot answer now
   */
  <T> T read(Function<Snapshot, T> reads);
}
