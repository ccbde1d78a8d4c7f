package io.healthconnect.signaling.endpoint;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.RejectedExecutionException;
import org.junit.jupiter.api.Test;

class SerialQueueTest {
  private final Queue<Runnable> executor = new ArrayDeque<>();
  private final List<String> done = new ArrayList<>();
  private final List<Throwable> failures = new ArrayList<>();
  private final SerialQueue queue = new SerialQueue(executor::add, 3, failures::add);

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
  void handsOnWhatCameDuringAnInlineTask() {
    queue.runInOrder(() -> queue.add(() -> done.add("b")));
    assertEquals(List.of(), done);
    executor.remove().run();
    assertEquals(List.of("b"), done);
    assertTrue(executor.isEmpty());
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
  void goesOnAfterAFailure() {
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
    SerialQueue stopped =
        new SerialQueue(
            task -> {
              throw new RejectedExecutionException();
            },
            3,
            failures::add);
    stopped.add(() -> done.add("goodbye"));
    assertEquals(List.of("goodbye"), done);
  }
}
