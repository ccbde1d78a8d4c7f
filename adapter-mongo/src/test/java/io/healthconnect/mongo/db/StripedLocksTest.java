package io.healthconnect.mongo.db;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.function.LongFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
final class StripedLocksTest {
  private final StripedLocks locks = new StripedLocks();
  private final CountDownLatch ends = new CountDownLatch(1);

  /** A thread that is at work, until {@link #ends}. */
  private FutureTask<Long> first() throws InterruptedException {
    CountDownLatch begun = new CountDownLatch(1);
    FutureTask<Long> first =
        started(
            since -> {
              begun.countDown();
              await(ends);
              return System.nanoTime();
            });
    begun.await();
    return first;
  }

  private FutureTask<Long> started(LongFunction<Long> work) {
    FutureTask<Long> task = new FutureTask<>(() -> locks.run("key", work));
    new Thread(task).start();
    return task;
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  @Test
  void countsTheTimeOfWorkThatWaitsForNobodyFromItsBegin() throws Exception {
    long before = System.nanoTime();
    long since = locks.run("key", Long::valueOf);
    assertTrue(since - before >= 0);
  }

  @Test
  void countsTheTimeOfWaitingWorkFromWhatWasDoneLast() throws Exception {
    FutureTask<Long> first = first();
    FutureTask<Long> second = started(Long::valueOf);
    ends.countDown();
    assertTrue(second.get() - first.get() >= 0);
  }

  @Test
  void countsTheWaitForWorkThatFails() throws Exception {
    CompletableFuture<Long> failing = new CompletableFuture<>();
    CountDownLatch begun = new CountDownLatch(1);
    started(
        since -> {
          begun.countDown();
          return failing.join();
        });
    begun.await();
    CountDownLatch waits = new CountDownLatch(1);
    FutureTask<Long> second = new FutureTask<>(() -> locks.run("key", Long::valueOf));
    Thread thread =
        new Thread(
            () -> {
              waits.countDown();
              second.run();
            });
    thread.start();
    waits.await();
    while (thread.getState() != Thread.State.WAITING) {
      Thread.onSpinWait();
    }
    long failed = System.nanoTime();
    failing.completeExceptionally(new IllegalStateException("no answer"));
    assertTrue(second.get() - failed < 0);
  }

  @Test
  void letsOtherKeysGoOn() throws Exception {
    FutureTask<Long> first = first();
    assertEquals("done", locks.run("another", since -> "done"));
    ends.countDown();
    first.get(60, TimeUnit.SECONDS);
  }

  @Test
  void endsTheWaitOfAnInterruptedThread() throws Exception {
    FutureTask<Long> first = first();
    Thread.currentThread().interrupt();
    assertThrows(InterruptedException.class, () -> locks.run("key", since -> 0L));
    ends.countDown();
    first.get(60, TimeUnit.SECONDS);
  }
}
