package io.healthconnect.security;

import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/**
 * One thread for work that costs a whole core, so that a flood of it costs one core and no more. At
 * most {@code queue} callers wait behind the one that is served; the next is turned away.
 */
public final class BoundedThread implements AutoCloseable {
  private final ThreadPoolExecutor thread;

  /**
   * @param queue how many callers may wait, at least 1
   */
  public BoundedThread(String name, int queue) {
    this.thread =
        new ThreadPoolExecutor(
            1,
            1,
            0,
            TimeUnit.SECONDS,
            new ArrayBlockingQueue<>(queue),
            work -> {
              Thread created = new Thread(work, name);
              created.setDaemon(true);
              return created;
            });
  }

  /**
   * Waits for its turn, does the work and gives its result; empty when too many wait already, or
   * the thread is closed, or the caller is interrupted.
   *
   * @throws IllegalStateException if the work fails
   */
  public <T> Optional<T> run(Callable<T> work) {
    FutureTask<T> task = new FutureTask<>(work);
    try {
      thread.execute(task);
      return Optional.of(task.get());
    } catch (RejectedExecutionException | CancellationException e) {
      return Optional.empty();
    } catch (InterruptedException e) {
      thread.remove(task);
      Thread.currentThread().interrupt();
      return Optional.empty();
    } catch (ExecutionException e) {
      throw new IllegalStateException("the work failed", e.getCause());
    }
  }

  /** How many callers wait now, not counting the one that is served. */
  public int waiting() {
    return thread.getQueue().size();
  }

  /** Callers that wait, and all later ones, are turned away. */
  @Override
  public void close() {
    thread.shutdownNow().forEach(waiting -> ((FutureTask<?>) waiting).cancel(false));
  }
}
