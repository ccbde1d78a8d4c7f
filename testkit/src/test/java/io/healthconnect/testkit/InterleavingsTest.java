package io.healthconnect.testkit;

import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class InterleavingsTest {
  private static final int ROUNDS = 10_000;

  /** Reads and writes in two steps; the first reader gives a second one some time to come. */
  private static final class Counter {
    private final CountDownLatch readers = new CountDownLatch(2);
    private volatile int count;

    int next() {
      int now = count;
      readers.countDown();
      try {
        readers.await(10, TimeUnit.MILLISECONDS);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
      count = now + 1;
      return now;
    }
  }

  @Test
  void findsACallThatIsTwoSteps() {
    AssertionError found =
        assertThrows(
            AssertionError.class,
            () -> Interleavings.<Counter>of(Counter::new, List.of(Counter::next)).check(ROUNDS, 1));
    assertTrue(found.getMessage().contains("seed 1"), found.getMessage());
  }

  @Test
  void findsNothingWhereEachCallIsOneStep() {
    Interleavings.<AtomicInteger>of(
            AtomicInteger::new,
            List.of(AtomicInteger::getAndIncrement, AtomicInteger::getAndDecrement))
        .check(ROUNDS, 2);
  }
}
