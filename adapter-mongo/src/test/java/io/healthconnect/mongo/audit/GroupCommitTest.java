package io.healthconnect.mongo.audit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.healthconnect.domain.audit.AuditAction;
import io.healthconnect.domain.audit.AuditEvent;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class GroupCommitTest {
  private static final AuditEvent EVENT = AuditEvent.of(AuditAction.AUDIT_READ, Instant.EPOCH);
  private static final int THREADS = 8;

  private final ExecutorService threads = Executors.newFixedThreadPool(THREADS + 1);
  private final List<Integer> steps = Collections.synchronizedList(new ArrayList<>());
  private final CountDownLatch first = new CountDownLatch(1);
  private final CountDownLatch goOn = new CountDownLatch(1);
  private final AtomicBoolean away = new AtomicBoolean();
  private final GroupCommit group = new GroupCommit(this::step);

  @AfterEach
  void stop() {
    threads.shutdownNow();
  }

  /** The first step waits until the test lets it go on. */
  private void step(List<AuditEvent> events) {
    steps.add(events.size());
    first.countDown();
    try {
      assertTrue(goOn.await(20, TimeUnit.SECONDS));
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
    if (away.get()) {
      throw new IllegalStateException("away");
    }
  }

  private CompletableFuture<Void> add() {
    return CompletableFuture.runAsync(() -> group.add(List.of(EVENT, EVENT)), threads);
  }

  /** Others have come while the first step lasts. */
  private List<CompletableFuture<Void>> crowd() throws InterruptedException {
    List<CompletableFuture<Void>> all = new ArrayList<>(List.of(add()));
    assertTrue(first.await(20, TimeUnit.SECONDS));
    for (int i = 0; i < THREADS; i++) {
      all.add(add());
    }
    long start = System.nanoTime();
    while (group.waiting() < THREADS && System.nanoTime() - start < 20_000_000_000L) {
      Thread.onSpinWait();
    }
    return all;
  }

  @Test
  void storesInOneStepWhatCameDuringTheOneBefore() throws Exception {
    List<CompletableFuture<Void>> all = crowd();
    goOn.countDown();
    for (CompletableFuture<Void> each : all) {
      each.get(20, TimeUnit.SECONDS);
    }
    assertEquals(List.of(2, 2 * THREADS), steps);
  }

  @Test
  void failsForAllOfAGroupAndForNoneAfterIt() throws Exception {
    List<CompletableFuture<Void>> all = crowd();
    away.set(true);
    goOn.countDown();
    for (CompletableFuture<Void> each : all) {
      assertThrows(Exception.class, () -> each.get(20, TimeUnit.SECONDS));
    }
    away.set(false);
    group.add(List.of(EVENT));
    assertEquals(List.of(2, 2 * THREADS, 1), steps);
  }
}
