package io.healthconnect.signaling.product;

import io.healthconnect.domain.StoreUnavailableException;
import io.healthconnect.signaling.Timers;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Runs the look-ups that changes require, one after the other, in order. While the store is
 * unavailable, the first one is retried. When more than {@link #CAPACITY} are waiting, or the store
 * stays unavailable for longer than {@link #PATIENCE}, all of them are dropped and {@code onLoss}
 * runs.
 */
public final class ChangeQueue {
  /** How many look-ups may wait. */
  public static final int CAPACITY = 10_000;

  static final Duration PATIENCE = Duration.ofMinutes(1);
  static final Duration RETRY = Duration.ofMillis(500);

  private static final Logger LOG = LoggerFactory.getLogger(ChangeQueue.class);

  private final Executor executor;
  private final Timers timers;
  private final Runnable onLoss;

  // This field and all below are guarded by the queue.
  private final Deque<Runnable> waiting = new ArrayDeque<>();
  private boolean running;
  private long unavailableSince;
  private boolean unavailable;

  /**
   * @param executor runs what may block
   * @param onLoss must not block
   */
  ChangeQueue(Executor executor, Timers timers, Runnable onLoss) {
    this.executor = executor;
    this.timers = timers;
    this.onLoss = onLoss;
  }

  /** Queues a task that may block. */
  void add(Runnable task) {
    boolean full;
    synchronized (waiting) {
      full = waiting.size() >= CAPACITY;
      if (full) {
        waiting.clear();
      } else {
        waiting.add(task);
        if (running) {
          return;
        }
        running = true;
      }
    }
    if (full) {
      LOG.warn("More than {} look-ups of changes wait: all clients reconnect", CAPACITY);
      onLoss.run();
    } else {
      dispatch();
    }
  }

  private void dispatch() {
    try {
      executor.execute(this::drain);
    } catch (RejectedExecutionException full) {
      timers.schedule(RETRY, this::dispatch);
    }
  }

  private void drain() {
    while (true) {
      Runnable task;
      synchronized (waiting) {
        task = waiting.peek();
        if (task == null) {
          running = false;
          return;
        }
      }
      if (!completes(task)) {
        timers.schedule(RETRY, this::dispatch);
        return;
      }
      synchronized (waiting) {
        // An overflow may have removed it in between.
        if (waiting.peek() == task) {
          waiting.remove();
        }
      }
    }
  }

  /** False if the task must be retried. */
  private boolean completes(Runnable task) {
    try {
      task.run();
      unavailable = false;
    } catch (StoreUnavailableException away) {
      return isGivenUp();
    } catch (Exception | LinkageError | StackOverflowError failure) {
      LOG.error("A change was not sent", failure);
    }
    return true;
  }

  private boolean isGivenUp() {
    long now = timers.nanoTime();
    if (!unavailable) {
      unavailable = true;
      unavailableSince = now;
    }
    if (now - unavailableSince < PATIENCE.toNanos()) {
      return false;
    }
    unavailable = false;
    synchronized (waiting) {
      waiting.clear();
    }
    LOG.warn("The store has been unavailable for {}: all clients reconnect", PATIENCE);
    onLoss.run();
    return true;
  }
}
