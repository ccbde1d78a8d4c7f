package io.healthconnect.application;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.healthconnect.domain.StaleVersionException;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class RetryTest {
  private final AtomicInteger tries = new AtomicInteger();

  private int staleUntil(int successful) {
    if (tries.incrementAndGet() < successful) {
      throw new StaleVersionException("doctor");
    }
    return tries.get();
  }

  @Test
  void repeatsTwentyTimesAtMost() {
    assertEquals(20, Retry.onStaleVersion(() -> staleUntil(20)));
    tries.set(0);
    assertThrows(StaleVersionException.class, () -> Retry.onStaleVersion(() -> staleUntil(21)));
    assertEquals(20, tries.get());
  }

  @Test
  void repeatsNothingElse() {
    assertThrows(
        IllegalStateException.class,
        () ->
            Retry.onStaleVersion(
                () -> {
                  tries.incrementAndGet();
                  throw new IllegalStateException();
                }));
    assertEquals(1, tries.get());
  }
}
