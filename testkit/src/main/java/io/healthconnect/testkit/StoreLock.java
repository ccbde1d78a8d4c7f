package io.healthconnect.testkit;

import io.healthconnect.domain.change.Change;
import io.healthconnect.testkit.change.InMemoryChangeFeed;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;

/**
 * The single lock of an in-memory store. Changes are published while it is held, which keeps their
 * order.
 */
public final class StoreLock {
  private final ReentrantLock lock = new ReentrantLock();
  private final InMemoryChangeFeed feed;

  public StoreLock(InMemoryChangeFeed feed) {
    this.feed = feed;
  }

  /** Runs {@code step} while no other step runs. */
  public <T> T step(Supplier<T> step) {
    lock.lock();
    try {
      return step.get();
    } finally {
      lock.unlock();
    }
  }

  /** Publishes a change. Only allowed inside a step. */
  public void publish(Change change) {
    if (!lock.isHeldByCurrentThread()) {
      throw new IllegalStateException("changes are published only inside a step");
    }
    feed.publish(change);
  }
}
