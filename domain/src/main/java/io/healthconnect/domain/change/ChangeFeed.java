package io.healthconnect.domain.change;

/**
 * Publishes what was stored, by this process or another one that shares the store. A listener
 * receives each change once, after it is durable; changes of one conversation, appointment or call
 * arrive in the order in which they were stored. When this can no longer be guaranteed, listeners
 * receive {@link Change.Interrupted}.
 */
public interface ChangeFeed {

  /**
   * Receives changes. Called on the storing thread, or on the one thread that follows a shared
   * store, so it must be quick and must not block or throw.
   */
  @FunctionalInterface
  interface Listener {
    void changed(Change change);
  }

  void subscribe(Listener listener);

  /**
   * Where the change stands that a listener hears at this moment, for that listener to ask while it
   * is called: the same in all processes that share the store, and higher for each change than for
   * those of the same conversation, appointment or call before it. A feed of one process gives a
   * higher number to each caller.
   */
  long position();

  /**
   * A position up to which every change has been told to all listeners. What they hear from now on
   * has higher ones.
   */
  long settled();
}
