package io.healthconnect.bootstrap;

import io.healthconnect.application.upkeep.UpkeepScheduler;
import io.healthconnect.application.upkeep.UpkeepTask;
import io.healthconnect.domain.StoreUnavailableException;
import io.healthconnect.domain.media.ImagesUnavailableException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Logs why a run of an upkeep task failed. An unavailable store is logged in one line, since an
 * operator needs no stack trace for it every ten minutes.
 */
final class UpkeepFailureLog implements UpkeepScheduler.FailureListener {
  private static final Logger LOG = LoggerFactory.getLogger(UpkeepFailureLog.class);

  @Override
  public void failed(UpkeepTask task, Throwable failure) {
    if (failure instanceof ImagesUnavailableException
        || failure instanceof StoreUnavailableException) {
      LOG.warn(
          "Upkeep task {} waits for its next run, because a store is unavailable: {}",
          task.name(),
          failure.getClass().getSimpleName());
    } else {
      LOG.error("Upkeep task {} failed and will run again", task.name(), failure);
    }
  }
}
