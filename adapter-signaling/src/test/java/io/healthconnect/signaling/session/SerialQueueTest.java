package io.healthconnect.signaling.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.healthconnect.signaling.rig.ManualTimers;
import io.healthconnect.testkit.Interleavings;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

class SerialQueueTest {
  private final Queue<Runnable> executor = new ArrayDeque<>();
  private final ManualTimers timers = new ManualTimers();
  private final List<String> done = new ArrayList<>();
  private final List<Throwable> failures = new ArrayList<>();
  private final SerialQueue queue = new SerialQueue(executor::add, timers, 3, failures::add);

  @Test
  void runsATaskInlineWhenNothingIsAhead() {
    assertTrue(queue.runInOrder(() -> done.add("a")));
    assertEquals(List.of("a"), done);
    assertTrue(executor.isEmpty());
  }

  @Test
  void queuesAnInlineTaskBehindWhatIsAhead() {
    assertTrue(queue.offer(() -> done.add("a")));
    assertTrue(queue.runInOrder(() -> done.add("b")));
    assertEquals(List.of(), done);
    executor.remove().run();
    assertEquals(List.of("a", "b"), done);
    assertTrue(queue.runInOrder(() -> done.add("c")));
    assertEquals(List.of("a", "b", "c"), done);
  }

  @Test
  void passesOnTasksAddedDuringAnInlineTask() {
    queue.runInOrder(() -> queue.add(() -> done.add("b")));
    assertEquals(List.of(), done);
    executor.remove().run();
    assertEquals(List.of("b"), done);
    assertTrue(executor.isEmpty());
  }

  /** */
  @Test
  void x06ConcurrentOffersAreCountedAsIfOneCameAfterTheOther() {
    Interleavings.<SerialQueue>of(
            () -> new SerialQueue(task -> {}, timers, 3, failures::add),
            List.of(all -> all.offer(() -> {})))
        .check(20_000, 6);
  }

  @Test
  void refusesTooManyButNotWhatMustRun() {
    for (int i = 0; i < 3; i++) {
      assertTrue(queue.offer(() -> done.add("a")));
    }
    assertFalse(queue.offer(() -> done.add("no")));
    assertFalse(queue.runInOrder(() -> done.add("no")));
    queue.add(() -> done.add("last"));
    executor.remove().run();
    assertEquals(List.of("a", "a", "a", "last"), done);
  }

  @Test
  void continuesAfterAFailure() {
    queue.add(
        () -> {
          throw new IllegalStateException("a bug");
        });
    queue.add(() -> done.add("next"));
    executor.remove().run();
    assertEquals(1, failures.size());
    assertEquals(List.of("next"), done);
  }

  @Test
  void runsHereWhenTheExecutorHasStopped() {
    ExecutorService executor = Executors.newSingleThreadExecutor();
    executor.shutdownNow();
    SerialQueue stopped = new SerialQueue(executor, timers, 3, failures::add);
    stopped.add(() -> done.add("disconnected"));
    assertEquals(List.of("disconnected"), done);
  }

  /** The caller may be a selector thread, which must not run what a full executor refuses. */
  @Test
  void triesAgainLaterWhenTheExecutorIsFull() {
    AtomicBoolean full = new AtomicBoolean(true);
    Executor bounded =
        task -> {
          if (full.get()) {
            throw new RejectedExecutionException();
          }
          executor.add(task);
        };
    SerialQueue busy = new SerialQueue(bounded, timers, 3, failures::add);
    assertTrue(busy.offer(() -> done.add("a")));
    assertTrue(busy.runInOrder(() -> done.add("b")));
    timers.advance(SerialQueue.RETRY);
    assertEquals(List.of(), done);
    full.set(false);
    timers.advance(SerialQueue.RETRY);
    executor.remove().run();
    assertEquals(List.of("a", "b"), done);
  }

  @Test
  void queuesAheadOfTheRestWhatCannotBeDoneInline() {
    assertTrue(
        queue.runInOrder(
            () -> {
              queue.add(() -> done.add("b"));
              return false;
            },
            () -> done.add("a")));
    executor.remove().run();
    assertEquals(List.of("a", "b"), done);
  }
}
