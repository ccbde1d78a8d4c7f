package io.healthconnect.mongo.schema;

import com.mongodb.MongoException;
import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.locks.LockSupport;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Builds indexes on a thread of its own while the node serves. A build that fails, since the
 * primary has changed, is asked for again; one that is cut off by the end of the process is asked
 * for by the next start.
 */
public final class IndexBuilds implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(IndexBuilds.class);
  private static final Duration PAUSE = Duration.ofSeconds(5);

  private final Duration pause;
  private final ExecutorService thread = Executors.newSingleThreadExecutor(IndexBuilds::thread);

  public IndexBuilds() {
    this(PAUSE);
  }

  /**
   * @param pause after a failure
   */
  IndexBuilds(Duration pause) {
    this.pause = pause;
  }

  /**
   * @param done after all of them
   */
  void add(LateIndexes late, Runnable done) {
    thread.execute(
        () -> {
          for (LateIndexes.Build build : late.builds()) {
            LOG.info("Building the index {} while serving", build.name());
            if (!succeeds(build.name(), build::run)) {
              return;
            }
            LOG.info("The index {} is built", build.name());
          }
          boolean unused = succeeds("the schema", done);
        });
  }

  /** Tries again and again; false if the node stops before. */
  private boolean succeeds(String name, Runnable work) {
    while (!thread.isShutdown()) {
      try {
        work.run();
        return true;
      } catch (MongoException | IllegalStateException e) {
        if (!thread.isShutdown()) {
          LOG.warn("The build of {} goes on later: {}", name, e.getClass().getSimpleName());
          LockSupport.parkNanos(pause.toNanos());
        }
      }
    }
    return false;
  }

  /** Waits for nothing. */
  @Override
  public void close() {
    thread.shutdownNow();
  }

  private static Thread thread(Runnable task) {
    Thread thread = new Thread(task, "index-builds");
    thread.setDaemon(true);
    return thread;
  }
}
