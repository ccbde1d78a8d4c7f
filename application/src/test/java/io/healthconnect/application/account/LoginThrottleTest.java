package io.healthconnect.application.account;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.healthconnect.domain.account.Email;
import io.healthconnect.testkit.Race;
import io.healthconnect.testkit.SettableClock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

/** G-05: guessing one account's password, however many do it at once. */
class LoginThrottleTest {
  private static final Email EMAIL = Email.parse("paul@example.org");

  private final SettableClock clock = SettableClock.at("2026-03-02T07:00:00Z");
  private final LoginThrottle throttle = new LoginThrottle(clock, PasswordGuessing.DEFAULT);

  /** The waits that a hundred hear who try at the same time, those who need not wait first. */
  private List<Duration> hundredAtOnce() {
    return Race.of(100, i -> () -> throttle.begin(EMAIL)).stream().sorted().toList();
  }

  private static List<Duration> looked(int at, long wait) {
    List<Duration> waits = new ArrayList<>(Collections.nCopies(at, Duration.ZERO));
    waits.addAll(Collections.nCopies(100 - at, Duration.ofSeconds(wait)));
    return waits;
  }

  @Test
  void manyAtOnceGuessNoMoreThanOneAfterTheOther() {
    assertEquals(looked(5, 2), hundredAtOnce());
    clock.advance(Duration.ofMillis(1_999));
    assertEquals(Duration.ofMillis(1), throttle.begin(EMAIL));
    clock.advance(Duration.ofMillis(1));
    assertEquals(looked(1, 4), hundredAtOnce());
    clock.advance(Duration.ofSeconds(4));
    assertEquals(looked(1, 8), hundredAtOnce());
  }

  @Test
  void aTryThatNobodyLookedAtIsNone() {
    for (int i = 0; i < 50; i++) {
      assertEquals(Duration.ZERO, throttle.begin(EMAIL));
      throttle.takenBack(EMAIL);
    }
    assertEquals(looked(5, 2), hundredAtOnce());
    clock.advance(Duration.ofSeconds(2));
    assertEquals(Duration.ZERO, throttle.begin(EMAIL));
    throttle.takenBack(EMAIL);
    assertEquals(looked(1, 4), hundredAtOnce());
  }

  @Test
  void theRightPasswordEndsTheWaiting() {
    for (int i = 0; i < 5; i++) {
      assertEquals(Duration.ZERO, throttle.begin(EMAIL));
    }
    throttle.succeeded(EMAIL);
    assertEquals(looked(5, 2), hundredAtOnce());
  }

  @Test
  void aDayIsLongEnoughForHardlyMoreThanAHundredGuesses() {
    int guesses = 0;
    for (int second = 0; second < 86_400; second++) {
      while (throttle.begin(EMAIL).isZero()) {
        guesses++;
      }
      clock.advance(Duration.ofSeconds(1));
    }
    // Five, nine after waits of 2 to 512 seconds, and one each quarter of an hour.
    assertEquals(5 + 9 + 94, guesses);
    clock.advance(Duration.ofMinutes(15));
    assertEquals(Duration.ZERO, throttle.begin(EMAIL));
  }
}
