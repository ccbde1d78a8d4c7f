package io.healthconnect.sqlite.call;

import io.healthconnect.domain.StoreUnavailableException;
import io.healthconnect.domain.call.Call;
import io.healthconnect.domain.call.LiveCall;
import io.healthconnect.domain.call.Signal;
import io.healthconnect.domain.call.Step;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * One live call in memory. No lock is held during a disk write: a change that must be stored is
 * pending meanwhile. Changes in memory only (candidates, connections) do not wait for it: they
 * apply to the call as it will be, and their signals follow once it is stored. If the write fails,
 * the pending change has not happened, and they apply to the call as it was.
 */
final class InMemoryCall {
  /** How many changes may queue behind a pending one. Further ones are refused as unavailable. */
  static final int MAX_FOLLOWERS = 1_000;

  private final Consumer<List<Signal>> publisher;

  /** The call as stored and published; null before it is stored and after it has ended. */
  private volatile @Nullable LiveCall call;

  private @Nullable Pending pending;

  /** A change that is being written. */
  private static final class Pending {
    private Call next;
    private final List<Signal> signals;
    private final List<Function<LiveCall, ? extends Step<?>>> followers = new ArrayList<>();

    private Pending(Step<?> step) {
      this.next = step.next();
      this.signals = new ArrayList<>(step.signals());
    }
  }

  /**
   * @param call null while the call is being stored for the first time
   * @param publisher called in the order of the changes
   */
  InMemoryCall(@Nullable LiveCall call, Consumer<List<Signal>> publisher) {
    this.call = call;
    this.publisher = publisher;
  }

  Optional<LiveCall> call() {
    return Optional.ofNullable(call);
  }

  /** Sets the call once it has been stored. */
  synchronized void open(LiveCall opened, List<Signal> signals) {
    call = opened;
    publisher.accept(signals);
  }

  /**
   * Changes the call in one step. Only a change that must be stored waits for another one.
   *
   * @param store writes the next call; called without a lock, by one thread at a time
   * @return empty if there is no call yet, or if it has ended or is ending
   */
  <R> Optional<R> change(Function<LiveCall, Step<R>> change, Consumer<Call> store) {
    Step<R> step;
    synchronized (this) {
      for (; ; ) {
        if (!(latest() instanceof LiveCall now)) {
          return Optional.empty();
        }
        step = change.apply(now);
        if (needsNoWrite(now, step.next())) {
          apply(change, step);
          return Optional.of(step.result());
        }
        if (pending == null) {
          break;
        }
        awaitPending();
      }
      pending = new Pending(step);
    }
    write(step.next(), store);
    return Optional.of(step.result());
  }

  /**
   * Like {@link #change}, but does nothing if the next call would have to be stored.
   *
   * @return empty if nothing was done for that reason
   */
  synchronized <R> Optional<Optional<R>> tryChange(Function<LiveCall, Step<R>> change) {
    if (!(latest() instanceof LiveCall now)) {
      return Optional.of(Optional.empty());
    }
    Step<R> step = change.apply(now);
    if (!needsNoWrite(now, step.next())) {
      return Optional.empty();
    }
    apply(change, step);
    return Optional.of(Optional.of(step.result()));
  }

  private @Nullable Call latest() {
    return pending == null ? call : pending.next;
  }

  private static boolean needsNoWrite(LiveCall before, Call after) {
    return after instanceof LiveCall live && live.kept().equals(before.kept());
  }

  private void apply(Function<LiveCall, ? extends Step<?>> change, Step<?> step) {
    if (pending == null) {
      call = (LiveCall) step.next();
      publisher.accept(step.signals());
      return;
    }
    if (pending.followers.size() == MAX_FOLLOWERS) {
      throw new StoreUnavailableException(
          StoreUnavailableException.Cause.UNAVAILABLE,
          new RejectedExecutionException("too many changes are waiting for a write"));
    }
    pending.followers.add(change);
    pending.next = step.next();
    pending.signals.addAll(step.signals());
  }

  private void awaitPending() {
    try {
      wait();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new StoreUnavailableException(StoreUnavailableException.Cause.UNAVAILABLE, e);
    }
  }

  private void write(Call next, Consumer<Call> store) {
    boolean stored = false;
    try {
      store.accept(next);
      stored = true;
    } finally {
      finish(stored);
    }
  }

  private synchronized void finish(boolean stored) {
    Pending done = Objects.requireNonNull(pending);
    pending = null;
    notifyAll();
    if (stored) {
      call = done.next instanceof LiveCall live ? live : null;
      publisher.accept(done.signals);
    } else {
      done.followers.forEach(this::reapply);
    }
  }

  /**
   * Applies a change again after a failed write. If it would now have to be stored, it is dropped
   * too.
   */
  private void reapply(Function<LiveCall, ? extends Step<?>> change) {
    LiveCall now = Objects.requireNonNull(call);
    Step<?> step = change.apply(now);
    if (needsNoWrite(now, step.next())) {
      apply(change, step);
    }
  }
}
