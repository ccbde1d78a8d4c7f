package io.healthconnect.rest.http.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.healthconnect.rest.http.reply.ErrorCode;
import io.healthconnect.rest.http.reply.ProblemException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** H-09: the reads of one client wait for each other, and keep nobody else waiting. */
class ReadLimiterTest {
  /** Longer than a test lasts. */
  private static final Duration PATIENCE = Duration.ofMinutes(5);

  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final CountDownLatch end = new CountDownLatch(1);
  private final AtomicInteger running = new AtomicInteger();
  private final AtomicInteger most = new AtomicInteger();

  @AfterEach
  void stop() {
    end.countDown();
    threads.shutdownNow();
  }

  @Test
  void h09OneClientRunsTwoReadsAndAnotherIsServedAtOnce() throws Exception {
    ReadLimiter limiter = new ReadLimiter(2, 4, PATIENCE);
    List<Future<String>> reads = begin(limiter, "one", 10);
    awaitRunning(2);
    assertEquals("other", limiter.run("other", () -> "other"));
    assertEquals(2, most.get());
    end.countDown();
    for (Future<String> read : reads) {
      assertEquals("read", read.get(60, TimeUnit.SECONDS));
    }
    assertEquals(2, most.get());
    assertEquals(0, limiter.clientCount());
  }

  @Test
  void h09LimitsAllClientsTogether() throws Exception {
    ReadLimiter limiter = new ReadLimiter(2, 4, PATIENCE);
    List<Future<String>> reads = new ArrayList<>();
    for (int client = 0; client < 5; client++) {
      reads.addAll(begin(limiter, "client " + client, 2));
    }
    awaitRunning(4);
    assertEquals(4, most.get());
    end.countDown();
    for (Future<String> read : reads) {
      assertEquals("read", read.get(60, TimeUnit.SECONDS));
    }
    assertEquals(4, most.get());
  }

  @Test
  void h09RefusesTheReadBeyondTheQueue() throws Exception {
    ReadLimiter limiter = new ReadLimiter(1, 4, PATIENCE);
    List<Future<String>> reads = new ArrayList<>();
    for (int i = 0; i < 33; i++) {
      reads.addAll(begin(limiter, "one", 1));
      awaitPresent(limiter, i + 1);
    }
    ProblemException refused =
        assertThrows(ProblemException.class, () -> limiter.run("one", () -> "too many"));
    assertEquals(ErrorCode.RATE_LIMITED, refused.problem().code());
    assertEquals("1", refused.problem().headers().get("Retry-After"));
    assertEquals("other", limiter.run("other", () -> "other"));
    end.countDown();
    for (Future<String> read : reads) {
      assertEquals("read", read.get(60, TimeUnit.SECONDS));
    }
  }

  @Test
  void h09RefusesAReadThatHasWaitedForTwoSeconds() throws Exception {
    ReadLimiter limiter = new ReadLimiter(1, 4, ReadLimiter.PATIENCE);
    begin(limiter, "one", 1);
    awaitRunning(1);
    ProblemException refused =
        assertThrows(ProblemException.class, () -> limiter.run("one", () -> "late"));
    assertEquals(ErrorCode.OVERLOADED, refused.problem().code());
  }

  @Test
  void h09AFailedReadReleasesItsPermit() {
    ReadLimiter limiter = new ReadLimiter(1, 1, PATIENCE);
    for (int i = 0; i < 3; i++) {
      assertThrows(
          IllegalStateException.class,
          () ->
              limiter.run(
                  "one",
                  () -> {
                    throw new IllegalStateException("broken");
                  }));
    }
    assertEquals("read", limiter.run("one", () -> "read"));
    assertEquals(0, limiter.clientCount());
  }

  private List<Future<String>> begin(ReadLimiter limiter, String client, int count) {
    List<Future<String>> reads = new ArrayList<>();
    Callable<String> read = () -> limiter.run(client, this::read);
    for (int i = 0; i < count; i++) {
      reads.add(threads.submit(read));
    }
    return reads;
  }

  private String read() {
    most.accumulateAndGet(running.incrementAndGet(), Math::max);
    try {
      assertTrue(end.await(60, TimeUnit.SECONDS));
      return "read";
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    } finally {
      running.decrementAndGet();
    }
  }

  private void awaitRunning(int count) {
    long limit = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
    while ((running.get() < count || most.get() < count) && System.nanoTime() < limit) {
      Thread.onSpinWait();
    }
    assertEquals(count, running.get());
  }

  private static void awaitPresent(ReadLimiter limiter, int count) {
    long limit = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
    while (limiter.present("one") < count && System.nanoTime() < limit) {
      Thread.onSpinWait();
    }
    assertEquals(count, limiter.present("one"));
  }
}
