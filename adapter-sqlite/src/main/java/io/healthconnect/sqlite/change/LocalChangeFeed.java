package io.healthconnect.sqlite.change;

import io.healthconnect.domain.change.Change;
import io.healthconnect.domain.change.ChangeFeed;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The change feed of a store that only one process writes to. It calls the listeners on the storing
 * thread; there is no queue. A listener that throws affects neither the other listeners nor the
 * writer, because the change is already stored.
 */
public final class LocalChangeFeed implements ChangeFeed {
  private static final Logger LOG = LoggerFactory.getLogger(LocalChangeFeed.class);

  private final List<Listener> listeners = new CopyOnWriteArrayList<>();
  private final AtomicLong failures = new AtomicLong();
  private final AtomicLong position = new AtomicLong();

  @Override
  public void subscribe(Listener listener) {
    listeners.add(listener);
  }

  @Override
  public long position() {
    return position.incrementAndGet();
  }

  /** Positions begin above it, and several listeners may be called at once. */
  @Override
  public long settled() {
    return 0;
  }

  /**
   * Called by stores after a commit, while they still hold the lock that keeps the order of
   * changes.
   */
  public void publish(Change change) {
    for (Listener listener : listeners) {
      try {
        listener.changed(change);
      } catch (RuntimeException | Error e) {
        failures.incrementAndGet();
        LOG.error("A listener failed on {}", change.getClass().getSimpleName(), e);
      }
    }
  }

  /** How often a listener has thrown. */
  public long listenerFailures() {
    return failures.get();
  }
}
