package io.healthconnect.domain.change;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** The feed of a store that only one process writes to: it calls the listeners directly. */
public final class LocalChangeFeed implements ChangeFeed {
  private final List<Listener> listeners = new CopyOnWriteArrayList<>();

  @Override
  public void subscribe(Listener listener) {
    listeners.add(listener);
  }

  /** Called by stores after a commit, while what keeps the order of the changes is still held. */
  public void publish(Change change) {
    listeners.forEach(listener -> listener.changed(change));
  }
}
