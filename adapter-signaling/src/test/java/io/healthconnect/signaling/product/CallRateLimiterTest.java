package io.healthconnect.signaling.product;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.bucket4j.TimeMeter;
import io.healthconnect.domain.account.AccountId;
import java.time.Duration;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** ten calls per minute, three of them to one person, to the nanosecond. */
class CallRateLimiterTest {
  private static final AccountId CALLER = new AccountId("caller");

  private long now;
  private final CallRateLimiter rate = new CallRateLimiter(10, 3, new Meter());

  private final class Meter implements TimeMeter {
    @Override
    public long currentTimeNanos() {
      return now;
    }

    @Override
    public boolean isWallClockBased() {
      return false;
    }
  }

  private boolean calls(String callee) {
    return rate.allows(CALLER, new AccountId(callee));
  }

  @Test
  void threeToOnePersonAndTheNextAfterTwentySeconds() {
    assertEquals(3, IntStream.range(0, 5).filter(i -> calls("ann")).count());
    now = Duration.ofSeconds(20).toNanos() - 1;
    assertFalse(calls("ann"));
    now += 1;
    assertTrue(calls("ann"));
    assertFalse(calls("ann"));
    assertTrue(calls("bob"));
  }

  @Test
  void tenInAllAndTheNextAfterSixSeconds() {
    assertEquals(10, IntStream.range(0, 12).filter(i -> calls("callee" + i)).count());
    now = Duration.ofSeconds(6).toNanos() - 1;
    assertFalse(calls("ann"));
    now += 1;
    assertTrue(calls("ann"));
    assertFalse(calls("bob"));
    assertTrue(rate.allows(new AccountId("other"), new AccountId("bob")));
  }
}
