package io.healthconnect.bootstrap;

import java.util.concurrent.atomic.AtomicLong;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The last resort of every thread: counts and logs uncaught exceptions. When memory runs out, the
 * process ends at once, because a server that limps on would break its guarantees.
 */
final class UncaughtFailures {
  private static final Logger LOG = LoggerFactory.getLogger(UncaughtFailures.class);
  private static final AtomicLong COUNT = new AtomicLong();
  private static final int OUT_OF_MEMORY = 3;

  private UncaughtFailures() {}

  static void install() {
    Thread.setDefaultUncaughtExceptionHandler(
        (thread, failure) -> {
          if (failure instanceof OutOfMemoryError) {
            Runtime.getRuntime().halt(OUT_OF_MEMORY);
          }
          COUNT.incrementAndGet();
          LOG.error("Uncaught exception in thread {}", thread.getName(), failure);
        });
  }

  static long count() {
    return COUNT.get();
  }
}
