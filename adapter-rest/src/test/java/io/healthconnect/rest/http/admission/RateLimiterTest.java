package io.healthconnect.rest.http.admission;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.healthconnect.testkit.Interleavings;
import io.healthconnect.testkit.Race;
import io.healthconnect.testkit.SettableClock;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** H-12: each limit at its exact number, and each refill to the millisecond. */
class RateLimiterTest {
  private final SettableClock clock = SettableClock.at("2026-03-02T07:00:00Z");

  /** The defaults of log-ins and sign-ups, chat, TURN credentials, and uploads of images. */
  @ParameterizedTest(name = "{0} at once, {1} in {2} s")
  @CsvSource({"20, 20, 60, 3000", "60, 1, 1, 1000", "20, 20, 3600, 180000", "30, 30, 60, 2000"})
  void letsABurstThroughAndThenOneForEachTurn(int burst, int refill, int seconds, long turn) {
    RateLimiter limiter =
        new RateLimiter(clock, new Rate(burst, refill, Duration.ofSeconds(seconds)));
    assertEquals(burst, passed(limiter, 100));
    assertEquals(Optional.of(Duration.ofMillis(turn)), limiter.take("ann"));
    clock.advance(Duration.ofMillis(turn - 1));
    assertEquals(Optional.of(Duration.ofMillis(1)), limiter.take("ann"));
    clock.advance(Duration.ofMillis(1));
    assertEquals(1, passed(limiter, 100));
    assertEquals(Optional.empty(), limiter.take("bob"));
    // However long it was idle, no more than a burst is allowed.
    clock.advance(Duration.ofDays(1));
    assertEquals(burst, passed(limiter, 100));
  }

  /** */
  @Test
  void x06ConcurrentRequestsAreCountedAsIfOneCameAfterTheOther() {
    Rate rate = new Rate(3, 1, Duration.ofSeconds(1));
    Interleavings.<RateLimiter>of(
            () -> new RateLimiter(clock, rate),
            List.of(limiter -> limiter.take("ann"), limiter -> limiter.take("bob")))
        .check(10_000, 6);
  }

  private static int passed(RateLimiter limiter, int tries) {
    List<Optional<Duration>> waits = Race.of(tries, i -> () -> limiter.take("ann"));
    return Collections.frequency(waits, Optional.empty());
  }
}
