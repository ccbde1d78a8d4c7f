package io.healthconnect.rest.http.server;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.healthconnect.rest.http.server.SlowConnectionDetector.Counters;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** The deadlines of one connection, to the nanosecond. */
class SlowConnectionDetectorTest {
  private static final long SECOND = 1_000_000_000;

  /** System.nanoTime may begin anywhere. */
  private static final long START = Long.MAX_VALUE - SECOND;

  private final SlowConnectionDetector watch =
      new SlowConnectionDetector(Duration.ofSeconds(10), 500, START);

  private boolean tooSlow(Counters seen, long after) {
    return watch.tooSlow(seen, START + after);
  }

  private static Counters reading(long requests, long bytesIn) {
    return new Counters(requests, requests, bytesIn, 0, false);
  }

  private static Counters writing(long bytesOut) {
    return new Counters(1, 0, 100, bytesOut, true);
  }

  private static Counters written(long bytesOut) {
    return new Counters(1, 0, 100, bytesOut, false);
  }

  @Test
  void theFirstHeaderHasTenSecondsFromTheStartOfTheConnection() {
    for (int second = 1; second <= 10; second++) {
      assertFalse(tooSlow(reading(0, second), second * SECOND), "second " + second);
    }
    assertTrue(tooSlow(reading(0, 11), 10 * SECOND + 1));
  }

  @Test
  void aSilentConnectionHasNoMoreTime() {
    assertFalse(tooSlow(reading(0, 0), 10 * SECOND));
    assertTrue(tooSlow(reading(0, 0), 10 * SECOND + 1));
  }

  @Test
  void laterHeadersHaveTenSecondsFromTheLastCheckBeforeTheirFirstByte() {
    assertFalse(tooSlow(reading(1, 100), 3 * SECOND));
    // Silence between two requests is covered by another limit.
    assertFalse(tooSlow(reading(1, 100), 29 * SECOND));
    for (int second = 30; second <= 39; second++) {
      assertFalse(tooSlow(reading(1, 71 + second), second * SECOND), "second " + second);
    }
    assertTrue(tooSlow(reading(1, 111), 39 * SECOND + 1));
  }

  @Test
  void aLongAnswerDoesNotMakeARequestSlow() {
    for (int second = 1; second <= 60; second++) {
      assertFalse(tooSlow(new Counters(1, 0, 100 + second, 0, false), second * SECOND));
    }
    assertFalse(tooSlow(reading(2, 300), 61 * SECOND));
  }

  @Test
  void aReplyIsJudgedWhenItHasWaitedForFiveSeconds() {
    assertFalse(tooSlow(writing(1_000), SECOND));
    assertFalse(tooSlow(writing(1_000), 6 * SECOND - 1));
    assertTrue(tooSlow(writing(1_000), 6 * SECOND));
  }

  @Test
  void aReplyThatIsTakenAtTheRateGoesOn() {
    assertFalse(tooSlow(writing(1_000), SECOND));
    assertFalse(tooSlow(writing(3_500), 6 * SECOND));
    // Each window of five seconds counts separately: fast reading before it does not help.
    assertTrue(tooSlow(writing(5_999), 11 * SECOND));
  }

  @Test
  void aReplyThatIsTakenAByteTooSlowlyDoesNot() {
    assertFalse(tooSlow(writing(1_000), SECOND));
    assertTrue(tooSlow(writing(3_499), 6 * SECOND));
  }

  @Test
  void aReplyThatNeverWaitsForTheClientMayTakeItsTime() {
    for (int second = 1; second <= 60; second++) {
      assertFalse(tooSlow(written(1_000), second * SECOND), "second " + second);
    }
    assertFalse(tooSlow(writing(1_000), 61 * SECOND));
    assertFalse(tooSlow(written(1_000), 64 * SECOND));
    assertFalse(tooSlow(writing(1_000), 65 * SECOND));
    assertFalse(tooSlow(writing(1_000), 70 * SECOND - 1));
    assertTrue(tooSlow(writing(1_000), 70 * SECOND));
  }
}
