package io.healthconnect.signaling.session;

import io.healthconnect.signaling.Timers;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/** Runs the tasks of one socket one after the other, in order. */
final class SerialQueue {
  /** How long to wait when the queue of the executor is full. */
  static final Duration RETRY = Duration.ofMillis(50);

  private final Executor executor;
  private final Timers timers;
  private final int limit;
  private final Consumer<Throwable> onFailure;
  private final Deque<Runnable> waiting = new ArrayDeque<>();
  private boolean running;

  SerialQueue(Executor executor, Timers timers, int limit, Consumer<Throwable> onFailure) {
    this.executor = executor;
    this.timers = timers;
    this.limit = limit;
    this.onFailure = onFailure;
  }

  /** Queues a task for the executor; false when too many are waiting. */
  boolean offer(Runnable task) {
    boolean idle;
    synchronized (waiting) {
      if (waiting.size() >= limit) {
        return false;
      }
      idle = enqueue(task);
    }
    if (idle) {
      dispatch();
    }
    return true;
  }

  /** Queues a task that must run, however many are waiting. */
  void add(Runnable task) {
    boolean idle;
    synchronized (waiting) {
      idle = enqueue(task);
    }
    if (idle) {
      dispatch();
    }
  }

  /** Whether nothing was running, so that the task must be dispatched. */
  private boolean enqueue(Runnable task) {
    waiting.add(task);
    boolean idle = !running;
    running = true;
    return idle;
  }

  /** Runs a task that does not block on this thread if nothing is ahead of it, or queues it. */
  boolean runInOrder(Runnable task) {
    return runInOrder(
        () -> {
          task.run();
          return true;
        },
        task);
  }

  /**
   * Makes an attempt on this thread if nothing is ahead of it. Queues the task if something is, or
   * if the attempt returns false.
   *
   * @return false when too many tasks are waiting
   */
  boolean runInOrder(BooleanSupplier attempt, Runnable task) {
    synchronized (waiting) {
      if (running) {
        return waiting.size() < limit && waiting.add(task);
      }
      running = true;
    }
    boolean done = succeeds(attempt);
    synchronized (waiting) {
      if (!done) {
        waiting.addFirst(task);
      }
      if (waiting.isEmpty()) {
        running = false;
        return true;
      }
    }
    dispatch();
    return true;
  }

  /** The caller may be a selector thread, which must not run what the executor refuses. */
  private void dispatch() {
    try {
      executor.execute(this::drain);
    } catch (RejectedExecutionException refused) {
      if (executor instanceof ExecutorService service && service.isShutdown()) {
        // The server stops: nobody waits for this thread, and disconnections must be handled.
        drain();
      } else {
        timers.schedule(RETRY, this::dispatch);
      }
    }
  }

  private void drain() {
    while (true) {
      Runnable task;
      synchronized (waiting) {
        task = waiting.poll();
        if (task == null) {
          running = false;
          return;
        }
      }
      run(task);
    }
  }

  private boolean succeeds(BooleanSupplier attempt) {
    try {
      return attempt.getAsBoolean();
    } catch (Exception | LinkageError | StackOverflowError failure) {
      onFailure.accept(failure);
      return true;
    }
  }

  private void run(Runnable task) {
    try {
      task.run();
    } catch (Exception | LinkageError | StackOverflowError failure) {
      onFailure.accept(failure);
    }
  }
}
