package io.healthconnect.application.upkeep;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class UpkeepSchedulerTest {
  private static final Duration SHORT = Duration.ofMillis(1);

  private final Queue<Throwable> failures = new ConcurrentLinkedQueue<>();
  private final AtomicLong nanos = new AtomicLong();

  @Test
  void aTaskThatHangsDelaysNoOther() throws InterruptedException {
    CountDownLatch hanging = new CountDownLatch(2);
    CountDownLatch quick = new CountDownLatch(3);
    UpkeepTask one = hangs("first", hanging);
    UpkeepTask two = hangs("second", hanging);
    UpkeepTask three = new UpkeepTask("quick", SHORT, quick::countDown);
    try (UpkeepScheduler scheduler = start(one, two, three)) {
      await(hanging);
      await(quick);
      assertEquals(0, scheduler.reports().get(0).runs());
    }
  }

  @Test
  void anErrorEndsOneRunAndIsReported() throws InterruptedException {
    Error error = new StackOverflowError();
    CountDownLatch ranTwice = new CountDownLatch(2);
    UpkeepTask task =
        new UpkeepTask(
            "fails",
            SHORT,
            () -> {
              ranTwice.countDown();
              throw error;
            });
    try (UpkeepScheduler scheduler = start(task)) {
      await(ranTwice);
      UpkeepReport report = scheduler.reports().get(0);
      assertTrue(report.failures() >= 1, report::toString);
      assertEquals(report.runs(), report.failures());
    }
    assertSame(error, failures.peek());
  }

  @Test
  void aListenerThatFailsEndsNothing() throws InterruptedException {
    CountDownLatch ranTwice = new CountDownLatch(2);
    UpkeepTask task =
        new UpkeepTask(
            "fails",
            SHORT,
            () -> {
              ranTwice.countDown();
              throw new IllegalStateException();
            });
    UpkeepScheduler.FailureListener deaf =
        (failed, failure) -> {
          throw new IllegalStateException("deaf");
        };
    try (UpkeepScheduler scheduler = UpkeepScheduler.start(List.of(task), deaf)) {
      await(ranTwice);
      assertEquals("fails", scheduler.reports().get(0).task());
    }
  }

  @Test
  void reportsForHowLongAHangingTaskHasBeenDue() throws InterruptedException {
    CountDownLatch hanging = new CountDownLatch(1);
    try (UpkeepScheduler scheduler = start(hangs("hangs", hanging))) {
      await(hanging);
      nanos.set(SHORT.toNanos());
      assertEquals(Duration.ZERO, scheduler.reports().get(0).overdue());
      nanos.set(Duration.ofSeconds(3).plus(SHORT).toNanos());
      assertEquals(Duration.ofSeconds(3), scheduler.reports().get(0).overdue());
    }
  }

  @Test
  void aTaskNeverRunsTwiceAtOnce() throws InterruptedException {
    Semaphore one = new Semaphore(1);
    CountDownLatch ran = new CountDownLatch(20);
    UpkeepTask task =
        new UpkeepTask(
            "alone",
            SHORT,
            () -> {
              if (!one.tryAcquire()) {
                throw new IllegalStateException("two at once");
              }
              one.release();
              ran.countDown();
            });
    try (UpkeepScheduler scheduler = start(task)) {
      await(ran);
      assertEquals(0, scheduler.reports().get(0).failures());
    }
    assertEquals(List.of(), List.copyOf(failures));
  }

  @Test
  void whatOneNodeDoesIsLeftToTheLeader() throws InterruptedException {
    AtomicBoolean leads = new AtomicBoolean();
    CountDownLatch store = new CountDownLatch(1);
    CountDownLatch own = new CountDownLatch(3);
    UpkeepTask ofStore = UpkeepTask.ofStore("of_store", SHORT, store::countDown);
    UpkeepTask ofNode = new UpkeepTask("of_node", SHORT, own::countDown);
    CountDownLatch asked = new CountDownLatch(3);
    try (UpkeepScheduler scheduler =
        UpkeepScheduler.start(
            List.of(ofStore, ofNode),
            () -> {
              asked.countDown();
              return leads.get();
            },
            (task, failure) -> failures.add(failure))) {
      await(own);
      await(asked);
      assertEquals(0, scheduler.reports().get(0).runs());
      assertEquals(1, store.getCount());
      leads.set(true);
      await(store);
    }
  }

  @Test
  void aTaskLeftToTheLeaderIsNotOverdue() throws InterruptedException {
    CountDownLatch asked = new CountDownLatch(3);
    UpkeepTask task = UpkeepTask.ofStore("of_store", SHORT, () -> {});
    try (UpkeepScheduler scheduler =
        UpkeepScheduler.start(
            List.of(task),
            () -> {
              nanos.addAndGet(Duration.ofHours(1).toNanos());
              asked.countDown();
              return false;
            },
            (failed, failure) -> failures.add(failure),
            nanos::get)) {
      await(asked);
      UpkeepReport report = scheduler.reports().get(0);
      assertTrue(report.overdue().compareTo(Duration.ofHours(2)) < 0, report::toString);
    }
  }

  @Test
  void taskNamesFitMetrics() {
    Runnable nothing = () -> {};
    assertThrows(IllegalArgumentException.class, () -> new UpkeepTask("Two words", SHORT, nothing));
    assertThrows(
        IllegalArgumentException.class, () -> new UpkeepTask("never", Duration.ZERO, nothing));
  }

  private UpkeepScheduler start(UpkeepTask... tasks) {
    return UpkeepScheduler.start(
        List.of(tasks), () -> true, (task, failure) -> failures.add(failure), nanos::get);
  }

  private static UpkeepTask hangs(String name, CountDownLatch begun) {
    return new UpkeepTask(
        name,
        SHORT,
        () -> {
          begun.countDown();
          try {
            new CountDownLatch(1).await();
          } catch (InterruptedException closed) {
            Thread.currentThread().interrupt();
          }
        });
  }

  private static void await(CountDownLatch latch) throws InterruptedException {
    assertTrue(latch.await(60, TimeUnit.SECONDS));
  }
}
