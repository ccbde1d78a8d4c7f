package io.healthconnect.signaling.product;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.healthconnect.domain.StoreUnavailableException;
import io.healthconnect.domain.StoreUnavailableException.Cause;
import io.healthconnect.signaling.rig.ManualTimers;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class ChangeQueueTest {
  private final ManualTimers timers = new ManualTimers();
  private final Queue<Runnable> executor = new ArrayDeque<>();
  private final AtomicBoolean full = new AtomicBoolean();
  private final AtomicInteger losses = new AtomicInteger();
  private final List<String> sent = new ArrayList<>();
  private final AtomicBoolean away = new AtomicBoolean();
  private final ChangeQueue queue = new ChangeQueue(this::execute, timers, losses::incrementAndGet);

  private void execute(Runnable task) {
    if (full.get()) {
      throw new RejectedExecutionException();
    }
    executor.add(task);
  }

  private void run() {
    while (!executor.isEmpty()) {
      executor.remove().run();
    }
  }

  private Runnable lookUp(String name) {
    return () -> {
      if (away.get()) {
        throw new StoreUnavailableException(Cause.UNAVAILABLE, new IOException());
      }
      sent.add(name);
    };
  }

  @Test
  void repeatsALookUpUntilTheStoreIsBackAndKeepsTheOrder() {
    away.set(true);
    queue.add(lookUp("a"));
    queue.add(lookUp("b"));
    run();
    timers.advance(ChangeQueue.RETRY);
    run();
    assertEquals(List.of(), sent);
    away.set(false);
    timers.advance(ChangeQueue.RETRY);
    run();
    assertEquals(List.of("a", "b"), sent);
    assertEquals(0, losses.get());
  }

  @Test
  void reportsALossWhenTheStoreStaysAway() {
    away.set(true);
    queue.add(lookUp("a"));
    run();
    long tries = ChangeQueue.PATIENCE.dividedBy(ChangeQueue.RETRY);
    for (int i = 0; i < tries; i++) {
      assertEquals(0, losses.get());
      timers.advance(ChangeQueue.RETRY);
      run();
    }
    assertEquals(1, losses.get());
    away.set(false);
    queue.add(lookUp("b"));
    run();
    assertEquals(List.of("b"), sent);
  }

  @Test
  void dropsEverythingAndReportsALossWhenItIsFull() {
    for (int i = 0; i < ChangeQueue.CAPACITY; i++) {
      queue.add(lookUp("lost"));
    }
    assertEquals(0, losses.get());
    queue.add(lookUp("lost"));
    assertEquals(1, losses.get());
    queue.add(lookUp("next"));
    run();
    assertEquals(List.of("next"), sent);
  }

  @Test
  void waitsWhenTheExecutorIsFull() {
    full.set(true);
    queue.add(lookUp("a"));
    full.set(false);
    assertTrue(executor.isEmpty());
    timers.advance(ChangeQueue.RETRY);
    run();
    assertEquals(List.of("a"), sent);
  }

  @Test
  void continuesAfterABug() {
    queue.add(
        () -> {
          throw new IllegalStateException("a bug");
        });
    queue.add(lookUp("a"));
    run();
    assertEquals(List.of("a"), sent);
  }
}
