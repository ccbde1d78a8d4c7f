package io.healthconnect.testkit.change;

import io.healthconnect.domain.change.Change;
import io.healthconnect.domain.change.ChangeFeed;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;

/** Calls the listeners on the storing thread. Exceptions of a listener reach the test. */
public final class InMemoryChangeFeed implements ChangeFeed {
  private final List<Listener> listeners = new CopyOnWriteArrayList<>();
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

  /** Called by stores while they hold the lock that keeps the order of changes. */
  public void publish(Change change) {
    listeners.forEach(listener -> listener.changed(change));
  }
}
