package io.healthconnect.signaling.endpoint;

import java.time.Duration;

/** Time and deadlines, passed in so that tests own them. */
public interface Timers {
  /** A monotonic time in nanoseconds. */
  long nanoTime();

  /** Runs a task later, once; the task must not block. */
  Cancellation schedule(Duration delay, Runnable task);

  /** Takes a scheduled task back; one that runs already is not stopped. */
  interface Cancellation {
    void cancel();
  }
}
