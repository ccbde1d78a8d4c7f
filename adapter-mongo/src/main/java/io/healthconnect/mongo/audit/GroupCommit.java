package io.healthconnect.mongo.audit;

import io.healthconnect.domain.audit.AuditEvent;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Stores the events that many threads add at the same time in one step. The chain takes one writer
 * at a time, and a step lasts until a majority has stored it, so a writer also stores the events of
 * the threads that wait behind it.
 */
final class GroupCommit {
  /** Of one step. */
  private static final int MOST_EVENTS = 500;

  private final ReentrantLock turn = new ReentrantLock(true);
  private final Queue<Waiting> waiting = new ConcurrentLinkedQueue<>();
  private final Consumer<List<AuditEvent>> step;

  /**
   * @param step stores events, all or none
   */
  GroupCommit(Consumer<List<AuditEvent>> step) {
    this.step = step;
  }

  /** One thread's events. Its outcome is written and read by whoever has the turn. */
  private static final class Waiting {
    private final List<AuditEvent> events;
    private boolean ended;
    private @Nullable RuntimeException failure;

    Waiting(List<AuditEvent> events) {
      this.events = events;
    }
  }

  /** Returns once the events are stored; throws what the step has thrown. */
  void add(List<AuditEvent> events) {
    Waiting own = new Waiting(events);
    waiting.add(own);
    turn.lock();
    try {
      while (!own.ended) {
        commit();
      }
      if (own.failure != null) {
        throw own.failure;
      }
    } finally {
      turn.unlock();
    }
  }

  /** How many wait for a step. */
  int waiting() {
    return waiting.size();
  }

  private void commit() {
    List<Waiting> group = new ArrayList<>();
    List<AuditEvent> events = new ArrayList<>();
    while (events.size() < MOST_EVENTS && !waiting.isEmpty()) {
      Waiting next = waiting.remove();
      group.add(next);
      events.addAll(next.events);
    }
    @Nullable RuntimeException failure = new IllegalStateException("the step has not ended");
    try {
      step.accept(events);
      failure = null;
    } catch (RuntimeException e) {
      failure = e;
    } finally {
      // Also after an Error, which ends this thread: nobody may wait for a step that has ended.
      for (Waiting each : group) {
        each.ended = true;
        each.failure = failure;
      }
    }
  }
}
