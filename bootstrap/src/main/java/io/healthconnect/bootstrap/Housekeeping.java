package io.healthconnect.bootstrap;

import io.healthconnect.domain.StoreUnavailableException;
import io.healthconnect.domain.media.ImagesUnavailableException;
import java.time.Duration;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Runs what has to be done again and again; one task's failure does not stop its next run. That a
 * store is away is one line: an operator needs no stack for it, every ten minutes.
 */
final class Housekeeping implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Housekeeping.class);

  private final ScheduledThreadPoolExecutor executor =
      new ScheduledThreadPoolExecutor(
          1,
          task -> {
            Thread thread = new Thread(task, "housekeeping");
            thread.setDaemon(true);
            return thread;
          });

  void every(Duration period, Runnable task) {
    executor.scheduleWithFixedDelay(
        () -> run(task), period.toMillis(), period.toMillis(), TimeUnit.MILLISECONDS);
  }

  private static void run(Runnable task) {
    try {
      task.run();
    } catch (ImagesUnavailableException | StoreUnavailableException away) {
      LOG.warn(
          "A store is away, so a housekeeping task waits for its next run: {}",
          away.getClass().getSimpleName());
    } catch (RuntimeException e) {
      LOG.error("A housekeeping task failed; it will run again", e);
    }
  }

  @Override
  public void close() {
    executor.shutdownNow();
  }
}
