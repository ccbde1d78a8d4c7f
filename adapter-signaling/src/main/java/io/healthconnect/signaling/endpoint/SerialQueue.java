package io.healthconnect.signaling.endpoint;

import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Consumer;

/** Runs the tasks of one socket one after the other, in order. */
final class SerialQueue {
  private final Executor executor;
  private final int limit;
  private final Consumer<Throwable> onFailure;
  private final Queue<Runnable> waiting = new ArrayDeque<>();
  private boolean running;

  SerialQueue(Executor executor, int limit, Consumer<Throwable> onFailure) {
    this.executor = executor;
    this.limit = limit;
    this.onFailure = onFailure;
  }

  /** Queues a task for the executor; false when too many are waiting. */
  boolean offer(Runnable task) {
    synchronized (waiting) {
      if (waiting.size() >= limit) {
        return false;
      }
    }
    add(task);
    return true;
  }

  /** Queues a task that must run, however many are waiting. */
  void add(Runnable task) {
    synchronized (waiting) {
      waiting.add(task);
      if (running) {
        return;
      }
      running = true;
    }
    dispatch();
  }

  /** Runs a task on this thread when nothing is ahead of it; queues it otherwise. */
  boolean runInOrder(Runnable task) {
    synchronized (waiting) {
      if (running) {
        return waiting.size() < limit && waiting.add(task);
      }
      running = true;
    }
    run(task);
    synchronized (waiting) {
      if (waiting.isEmpty()) {
        running = false;
        return true;
      }
    }
    dispatch();
    return true;
  }

  private void dispatch() {
    try {
      executor.execute(this::drain);
    } catch (RejectedExecutionException stopped) {
      // Only a stopping server refuses; the goodbyes must still be said.
      drain();
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

  private void run(Runnable task) {
    try {
      task.run();
    } catch (Exception | LinkageError | StackOverflowError failure) {
      onFailure.accept(failure);
    }
  }
}
