package io.healthconnect.domain.change;

/**
 * Hands on what was stored. A listener hears of each change once, after it is durable; changes of
 * one conversation, appointment or call arrive in the order in which they were stored.
 */
public interface ChangeFeed {

  /** Hears changes. Called on the storing thread: it must be quick, and must not block or throw. */
  @FunctionalInterface
  interface Listener {
    void changed(Change change);
  }

  void subscribe(Listener listener);
}
