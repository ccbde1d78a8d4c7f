package io.healthconnect.benchmarks.faults;

import io.healthconnect.mongod.ReplicaSet;
import java.io.IOException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/** Waits until the cluster works again. */
final class Healing {
  static final long LIMIT_MILLIS = TimeUnit.SECONDS.toMillis(60);

  private Healing() {}

  /** Waits until the set has a primary that all others follow. */
  static void await(ReplicaSet store) throws IOException {
    await("the replica set is not whole", store::isWhole);
  }

  /**
   * @throws IOException if it has not healed after a minute
   */
  static void await(String problem, BooleanSupplier healed) throws IOException {
    long end = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(LIMIT_MILLIS);
    while (!healed.getAsBoolean()) {
      if (System.nanoTime() > end) {
        throw new IOException(problem + " after " + LIMIT_MILLIS / 1000 + " s");
      }
      LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(50));
    }
  }
}
