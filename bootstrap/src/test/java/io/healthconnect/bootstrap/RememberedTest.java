package io.healthconnect.bootstrap;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.healthconnect.testkit.Race;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class RememberedTest {
  private static final Duration LIFE = Duration.ofSeconds(1);

  private final AtomicBoolean store = new AtomicBoolean(true);
  private final AtomicInteger asked = new AtomicInteger();
  private final AtomicLong nanos = new AtomicLong(Long.MAX_VALUE - 5);
  private final Remembered<Boolean> readiness =
      new Remembered<>(
          () -> {
            asked.incrementAndGet();
            return store.get();
          },
          LIFE,
          nanos::get);

  /** H-09: each question to the store is a write, which those of people would wait for. */
  @Test
  void h09AsksTheStoreOnceASecondHoweverManyWantToKnow() throws Exception {
    Race.of(
        8,
        i ->
            () -> {
              for (int times = 0; times < 1_000; times++) {
                assertTrue(readiness.get());
              }
              return null;
            });
    assertEquals(1, asked.get());
  }

  @Test
  void noticesWithinASecondThatTheStoreWentAwayAndCameBack() {
    assertTrue(readiness.get());
    store.set(false);
    nanos.addAndGet(LIFE.toNanos() - 1);
    assertTrue(readiness.get());
    nanos.incrementAndGet();
    assertFalse(readiness.get());
    store.set(true);
    assertFalse(readiness.get());
    nanos.addAndGet(LIFE.toNanos());
    assertTrue(readiness.get());
    assertEquals(3, asked.get());
  }
}
