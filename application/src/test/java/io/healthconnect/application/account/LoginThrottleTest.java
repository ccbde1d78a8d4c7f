package io.healthconnect.application.account;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.healthconnect.application.account.LoginThrottle.Key;
import io.healthconnect.domain.account.Email;
import io.healthconnect.domain.account.SessionId;
import io.healthconnect.testkit.Interleavings;
import io.healthconnect.testkit.Race;
import io.healthconnect.testkit.SettableClock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** G-05: guessing one account's password, from any number of sources at once. */
class LoginThrottleTest {
  private static final Email EMAIL = Email.parse("paul@example.org");
  private static final Key STRANGER = stranger(EMAIL, "192.0.2.1");
  private static final Key OWNER = stranger(EMAIL, "198.51.100.7");
  private static final Key DEVICE =
      Key.of(EMAIL, new LogIn.Source("192.0.2.1", Optional.of("laptop")));
  private static final Key SESSION = Key.of(EMAIL, new SessionId("s1"));

  /** The longest wait of somebody on an unknown device. */
  private static final Duration WORST = Duration.ofMinutes(15);

  private final SettableClock clock = SettableClock.at("2026-03-02T07:00:00Z");
  private final LoginThrottle throttle = new LoginThrottle(clock, PasswordGuessing.DEFAULT);

  private static Key stranger(Email email, String network) {
    return Key.of(email, LogIn.Source.of(network));
  }

  /** The waits of a hundred concurrent attempts, those without a wait first. */
  private List<Duration> hundredAtOnce() {
    return Race.of(100, i -> () -> throttle.begin(DEVICE)).stream().sorted().toList();
  }

  private static List<Duration> checked(int at, long wait) {
    List<Duration> waits = new ArrayList<>(Collections.nCopies(at, Duration.ZERO));
    waits.addAll(Collections.nCopies(100 - at, Duration.ofSeconds(wait)));
    return waits;
  }

  @Test
  void parallelGuessesAreLimitedLikeSequentialOnes() {
    assertEquals(checked(5, 2), hundredAtOnce());
    clock.advance(Duration.ofMillis(1_999));
    assertEquals(Duration.ofMillis(1), throttle.begin(DEVICE));
    clock.advance(Duration.ofMillis(1));
    assertEquals(checked(1, 4), hundredAtOnce());
    clock.advance(Duration.ofSeconds(4));
    assertEquals(checked(1, 8), hundredAtOnce());
  }

  @Test
  void anUncheckedAttemptDoesNotCount() {
    for (int i = 0; i < 50; i++) {
      for (Key key : List.of(DEVICE, STRANGER)) {
        assertEquals(Duration.ZERO, throttle.begin(key));
        throttle.cancel(key);
      }
    }
    assertEquals(checked(5, 2), hundredAtOnce());
    clock.advance(Duration.ofSeconds(2));
    assertEquals(Duration.ZERO, throttle.begin(DEVICE));
    throttle.cancel(DEVICE);
    assertEquals(checked(1, 4), hundredAtOnce());
  }

  @Test
  void theRightPasswordEndsTheWaiting() {
    for (int i = 0; i < 5; i++) {
      assertEquals(Duration.ZERO, throttle.begin(DEVICE));
    }
    throttle.succeed(DEVICE);
    assertEquals(checked(5, 2), hundredAtOnce());
  }

  /** */
  @Test
  void x06ConcurrentAttemptsAreCountedAsIfOneCameAfterTheOther() {
    Interleavings.<LoginThrottle>of(
            () -> new LoginThrottle(clock, PasswordGuessing.DEFAULT),
            List.of(
                all -> all.begin(STRANGER),
                all -> all.begin(STRANGER),
                all -> all.begin(DEVICE),
                all -> {
                  all.cancel(STRANGER);
                  return "cancelled";
                },
                all -> {
                  all.succeed(DEVICE);
                  return "succeeded";
                }))
        .check(10_000, 6);
  }

  @Test
  void g05AKnownDeviceWaitsLongerEachTimeUpToTheLongestWait() {
    assertEquals(checked(5, 2), hundredAtOnce());
    for (long wait = 2; wait < 900; wait *= 2) {
      clock.advance(Duration.ofSeconds(wait));
      assertEquals(checked(1, Math.min(2 * wait, 900)), hundredAtOnce());
    }
    clock.advance(WORST);
    assertEquals(checked(1, 900), hundredAtOnce());
  }

  @Test
  void g05ADayIsLongEnoughForAHundredGuessesFromOneAddress() {
    int guesses = 0;
    for (int second = 0; second < 86_400; second++) {
      Duration wait = throttle.begin(STRANGER);
      for (; wait.isZero(); wait = throttle.begin(STRANGER)) {
        guesses++;
      }
      assertTrue(wait.compareTo(WORST) <= 0, wait::toString);
      clock.advance(Duration.ofSeconds(1));
    }
    // The allowance but for the last one, and one each 15 minutes but the one at midnight.
    assertEquals(4 + 95, guesses);
    clock.advance(WORST);
    assertEquals(Duration.ZERO, throttle.begin(STRANGER));
  }

  @Test
  void g05ManyAddressesTogetherGuessNoMoreThanAHundredTimesADay() {
    int guesses = 0;
    for (int minute = 0; minute < 24 * 60; minute++) {
      for (int i = 0; i < 50; i++) {
        if (throttle.begin(stranger(EMAIL, "bot " + minute + " " + i)).isZero()) {
          guesses++;
        }
      }
      Duration wait = throttle.begin(OWNER);
      assertTrue(wait.compareTo(WORST) <= 0, wait::toString);
      clock.advance(Duration.ofMinutes(1));
    }
    // Those that are there at first, and one each 15 minutes but the one at midnight.
    assertEquals(5 + 95, guesses);
    assertEquals(Duration.ZERO, throttle.begin(stranger(Email.parse("x@example.org"), "bot")));
  }

  @Test
  void guessingForWeeksNeverLocksTheOwnerOut() {
    for (int minute = 0; minute < 21 * 24 * 60; minute++) {
      throttle.begin(STRANGER);
      if (minute % 60 == 0) {
        assertEquals(Duration.ZERO, throttle.begin(OWNER), "minute " + minute);
        throttle.succeed(OWNER);
      }
      clock.advance(Duration.ofMinutes(1));
    }
  }

  @Test
  void knownDevicesAndLiveSessionsGoOnWhateverStrangersDo() {
    IntStream.range(0, 1_000).forEach(i -> throttle.begin(stranger(EMAIL, "bot " + i)));
    assertEquals(WORST, throttle.begin(OWNER));
    for (Key own : List.of(DEVICE, SESSION)) {
      assertEquals(Duration.ZERO, throttle.begin(own));
      throttle.succeed(own);
    }
  }

  @Test
  void knownDevicesAndLiveSessionsCountTheirOwnFailures() {
    for (Key own : List.of(DEVICE, SESSION)) {
      for (int i = 0; i < 5; i++) {
        assertEquals(Duration.ZERO, throttle.begin(own));
      }
      assertEquals(Duration.ofSeconds(2), throttle.begin(own));
    }
    assertEquals(Duration.ZERO, throttle.begin(OWNER));
  }
}
