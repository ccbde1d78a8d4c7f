package io.healthconnect.signaling;

import java.time.Duration;

/** A clock and a scheduler, passed in so that tests control them. */
public interface Timers {
  /** A monotonic time in nanoseconds. */
  long nanoTime();

  /** Runs a task later, once; the task must not block. */
  Cancellation schedule(Duration delay, Runnable task);

  /** Cancels a scheduled task, unless it is already running. */
  interface Cancellation {
    void cancel();
  }
}
