package io.healthconnect.security;

import io.healthconnect.domain.account.Requester;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;

/**
 * One thread for CPU-bound work, so that a flood of it costs at most one core. At most {@code
 * queue} callers wait behind the one being served, and requesters take turns; see {@link
 * FairQueue}. A caller for whom there is no room is turned away.
 */
public final class BoundedExecutor implements AutoCloseable {
  private final FairQueue<FutureTask<?>> queue = new FairQueue<>(System::nanoTime);
  private final int places;
  private final Thread thread;
  private boolean serving;
  private boolean closed;

  /**
   * @param queue how many callers may wait, at least 1
   */
  public BoundedExecutor(String name, int queue) {
    if (queue < 1) {
      throw new IllegalArgumentException("the queue must have room for one");
    }
    this.places = queue;
    this.thread = new Thread(this::serve, name);
    thread.setDaemon(true);
    thread.start();
  }

  /**
   * Waits for its turn, does the work, and returns the result. Empty if there is no room, the
   * thread is closed, or the caller is interrupted.
   *
   * @throws IllegalStateException if the work fails
   */
  public <T> Optional<T> run(Requester requester, Callable<T> work) {
    FutureTask<T> task = new FutureTask<>(work);
    if (!submit(requester, task)) {
      return Optional.empty();
    }
    try {
      return Optional.of(task.get());
    } catch (CancellationException e) {
      return Optional.empty();
    } catch (InterruptedException e) {
      remove(task);
      Thread.currentThread().interrupt();
      return Optional.empty();
    } catch (ExecutionException e) {
      throw new IllegalStateException("the work failed", e.getCause());
    }
  }

  private synchronized boolean submit(Requester requester, FutureTask<?> task) {
    if (closed) {
      return false;
    }
    // What the idle thread is about to take is as good as served: it holds no place in the queue.
    FairQueue.Offer<FutureTask<?>> offer =
        queue.offer(requester, task, serving ? places : places + 1);
    offer.displaced().ifPresent(displaced -> displaced.cancel(false));
    notifyAll();
    return offer.taken();
  }

  private synchronized void remove(FutureTask<?> task) {
    queue.remove(task);
  }

  private void serve() {
    for (var turn = next(); turn.isPresent(); turn = next()) {
      long start = System.nanoTime();
      turn.get().entry().run();
      served(turn.get().requester(), System.nanoTime() - start);
    }
  }

  private synchronized void served(Requester requester, long nanos) {
    queue.served(requester, nanos);
    serving = false;
  }

  /** Waits for the next task; empty once the thread is closed. */
  private synchronized Optional<FairQueue.Turn<FutureTask<?>>> next() {
    try {
      while (!closed && queue.size() == 0) {
        wait();
      }
    } catch (InterruptedException e) {
      closed = true;
    }
    if (closed) {
      return Optional.empty();
    }
    serving = true;
    return queue.poll();
  }

  /** How many callers are waiting, not counting the one being served. */
  public synchronized int waiting() {
    return queue.size();
  }

  /** Turns away waiting callers and all later ones. */
  @Override
  public void close() {
    List<FutureTask<?>> turnedAway = new ArrayList<>();
    synchronized (this) {
      closed = true;
      for (var task = queue.poll(); task.isPresent(); task = queue.poll()) {
        turnedAway.add(task.get().entry());
      }
    }
    turnedAway.forEach(task -> task.cancel(false));
    thread.interrupt();
  }
}
