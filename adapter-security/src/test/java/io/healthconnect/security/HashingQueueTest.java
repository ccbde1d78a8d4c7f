package io.healthconnect.security;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.healthconnect.domain.account.Password;
import io.healthconnect.domain.account.PasswordHash;
import io.healthconnect.domain.account.PasswordHasher.Verdict;
import io.healthconnect.domain.account.Requester;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Robustness goal G-06: one caller is served, eight wait, and the next is told "busy" at once. */
@Timeout(60)
class HashingQueueTest {
  private static final Password PASSWORD = new Password("correct horse");
  private static final Optional<PasswordHash> HASH = Optional.of(new PasswordHash("stored"));

  private final Held held = new Held();
  private final BcryptPasswordHasher hasher = new BcryptPasswordHasher(4, 8, held);
  private final ExecutorService callers = Executors.newCachedThreadPool();

  /** Hashing that waits until the test lets it continue. */
  private static final class Held implements BcryptPasswordHasher.Algorithm {
    private final CountDownLatch started = new CountDownLatch(1);
    private final CountDownLatch released = new CountDownLatch(1);
    private final AtomicInteger running = new AtomicInteger();
    private final AtomicInteger mostAtOnce = new AtomicInteger();

    @Override
    public byte[] hash(byte[] digest) {
      await();
      return "hash".getBytes(StandardCharsets.US_ASCII);
    }

    @Override
    public boolean matches(byte[] digest, byte[] hash) {
      await();
      return true;
    }

    private void await() {
      mostAtOnce.accumulateAndGet(running.incrementAndGet(), Math::max);
      started.countDown();
      try {
        released.await();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      } finally {
        running.decrementAndGet();
      }
    }
  }

  @AfterEach
  void close() {
    held.released.countDown();
    hasher.close();
    callers.shutdownNow();
  }

  @Test
  void servesOneLetsEightWaitAndTellsTheRestThatItIsBusy() throws Exception {
    List<Future<Verdict>> accepted = fill();
    assertEquals(Verdict.BUSY, hasher.verify(PASSWORD, HASH, Requester.UNKNOWN));
    assertEquals(Verdict.BUSY, hasher.verify(PASSWORD, Optional.empty(), Requester.UNKNOWN));
    assertEquals(Optional.empty(), hasher.hash(PASSWORD, Requester.UNKNOWN));
    held.released.countDown();
    for (Future<Verdict> verdict : accepted) {
      assertEquals(Verdict.MATCH, verdict.get());
    }
    assertEquals(9, accepted.size());
    assertEquals(1, held.mostAtOnce.get());
    assertEquals(Verdict.MATCH, hasher.verify(PASSWORD, HASH, Requester.UNKNOWN));
  }

  @Test
  void neverMatchesWithoutAHashWhateverTheComparisonSays() {
    held.released.countDown();
    assertEquals(Verdict.MISMATCH, hasher.verify(PASSWORD, Optional.empty(), Requester.UNKNOWN));
  }

  @Test
  void refusesWaitingTasksAsBusyWhenItCloses() throws Exception {
    List<Future<Verdict>> accepted = fill();
    hasher.close();
    for (Future<Verdict> verdict : accepted.subList(1, 9)) {
      assertEquals(Verdict.BUSY, verdict.get());
    }
    assertEquals(Verdict.BUSY, hasher.verify(PASSWORD, HASH, Requester.UNKNOWN));
  }

  @Test
  void freesThePlaceOfACallerThatIsInterrupted() throws Exception {
    List<Future<Verdict>> accepted = fill();
    assertTrue(accepted.get(8).cancel(true));
    while (hasher.waiting() > 7) {
      Thread.onSpinWait();
    }
    Future<Verdict> next = callers.submit(() -> hasher.verify(PASSWORD, HASH, Requester.UNKNOWN));
    held.released.countDown();
    assertEquals(Verdict.MATCH, next.get());
  }

  private List<Future<Verdict>> fill() throws InterruptedException {
    List<Future<Verdict>> accepted = new ArrayList<>();
    for (int waiting = 0; waiting <= 8; waiting++) {
      accepted.add(callers.submit(() -> hasher.verify(PASSWORD, HASH, Requester.UNKNOWN)));
      held.started.await();
      while (hasher.waiting() < waiting) {
        Thread.onSpinWait();
      }
    }
    return accepted;
  }
}
