package io.healthconnect.bootstrap;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.healthconnect.testkit.Race;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class ReadinessTest {
  private final AtomicBoolean store = new AtomicBoolean(true);
  private final AtomicInteger asked = new AtomicInteger();
  private final AtomicLong nanos = new AtomicLong(Long.MAX_VALUE - 5);
  private final Readiness readiness =
      new Readiness(
          () -> {
            asked.incrementAndGet();
            return store.get();
          },
          nanos::get);

  /** H-09: each question to the store is a write, which those of people would wait for. */
  @Test
  void h09AsksTheStoreOnceASecondHoweverManyWantToKnow() throws Exception {
    Race.of(
        8,
        i ->
            () -> {
              for (int times = 0; times < 1_000; times++) {
                assertTrue(readiness.getAsBoolean());
              }
              return null;
            });
    assertEquals(1, asked.get());
  }

  @Test
  void noticesWithinASecondThatTheStoreWentAwayAndCameBack() {
    assertTrue(readiness.getAsBoolean());
    store.set(false);
    nanos.addAndGet(Readiness.LIFE.toNanos() - 1);
    assertTrue(readiness.getAsBoolean());
    nanos.incrementAndGet();
    assertFalse(readiness.getAsBoolean());
    store.set(true);
    assertFalse(readiness.getAsBoolean());
    nanos.addAndGet(Readiness.LIFE.toNanos());
    assertTrue(readiness.getAsBoolean());
    assertEquals(3, asked.get());
  }
}
