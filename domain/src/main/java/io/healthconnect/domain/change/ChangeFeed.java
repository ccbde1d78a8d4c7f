package io.healthconnect.domain.change;

/**
 * Hands on what was stored, by this process or another one that shares the store. A listener hears
 * of each change once, after it is durable; changes of one conversation, appointment or call arrive
 * in the order in which they were stored. When that cannot be kept any longer, the listeners hear
 * {@link Change.Interrupted}.
 */
public interface ChangeFeed {

  /**
   * Hears changes. Called on the storing thread, or the one thread that follows a shared store: it
   * must be quick, and must not block or throw.
   */
  @FunctionalInterface
  interface Listener {
    void changed(Change change);
  }

  void subscribe(Listener listener);
}
