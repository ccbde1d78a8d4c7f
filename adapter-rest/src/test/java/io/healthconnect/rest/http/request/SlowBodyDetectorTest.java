package io.healthconnect.rest.http.request;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SlowBodyDetectorTest {
  private final AtomicLong nanos = new AtomicLong(Long.MAX_VALUE - 5); // It may overflow.

  private void pass(long millis) {
    nanos.addAndGet(Duration.ofMillis(millis).toNanos());
  }

  private void waitFor(SlowBodyDetector body, long millis, int bytes) {
    body.startWaiting();
    pass(millis);
    body.stopWaiting();
    body.received(bytes);
  }

  @ParameterizedTest
  @CsvSource({"999,0,false", "1000,498,true", "1000,499,false", "2000,998,true", "2000,999,false"})
  void requiresFiveHundredBytesASecondAfterTheFirstSecond(long millis, int bytes, boolean slow) {
    SlowBodyDetector body = SlowBodyDetector.below(500, nanos::get);
    body.received(1);
    waitFor(body, millis, bytes);
    assertEquals(slow, body.isTooSlow());
  }

  @Test
  void theWaitForTheFirstByteIsFree() {
    SlowBodyDetector body = SlowBodyDetector.below(500, nanos::get);
    waitFor(body, 9_000, 1);
    assertFalse(body.isTooSlow());
    waitFor(body, 1_000, 1);
    assertTrue(body.isTooSlow());
  }

  @Test
  void theServersOwnConnectionsAreNotCounted() {
    SlowBodyDetector body = SlowBodyDetector.below(500, nanos::get);
    body.received(1);
    for (int i = 0; i < 5; i++) {
      waitFor(body, 199, 1);
      pass(60_000);
    }
    assertFalse(body.isTooSlow());
    waitFor(body, 5, 1);
    assertTrue(body.isTooSlow());
  }

  @Test
  void theLongestTimeCountsAllInAll() {
    SlowBodyDetector body =
        SlowBodyDetector.below(500, nanos::get).withTimeLimit(Duration.ofMinutes(2));
    body.received(1_000_000);
    pass(120_000);
    assertFalse(body.isTooSlow());
    nanos.incrementAndGet();
    assertTrue(body.isTooSlow());
  }

  @Test
  void someRoutesAcceptSlowBodies() {
    SlowBodyDetector body = SlowBodyDetector.never();
    waitFor(body, Duration.ofDays(9).toMillis(), 1);
    waitFor(body, Duration.ofDays(9).toMillis(), 1);
    assertFalse(body.isTooSlow());
  }
}
