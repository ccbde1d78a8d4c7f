package io.healthconnect.testkit;

import io.healthconnect.domain.change.Change;
import io.healthconnect.domain.change.LocalChangeFeed;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;

/**
 * The one lock of an in-memory store; changes are told while it is held, so their order is kept.
 */
public final class StepLock {
  private final ReentrantLock lock = new ReentrantLock();
  private final LocalChangeFeed feed;

  public StepLock(LocalChangeFeed feed) {
    this.feed = feed;
  }

  /** Runs {@code step} as one step that no other step interrupts. */
  public <T> T step(Supplier<T> step) {
    lock.lock();
    try {
      return step.get();
    } finally {
      lock.unlock();
    }
  }

  /** Tells the feed; only from inside a step. */
  public void tell(Change change) {
    if (!lock.isHeldByCurrentThread()) {
      throw new IllegalStateException("tell only from inside a step");
    }
    feed.publish(change);
  }
}
