package io.healthconnect.rest.http.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class WakeUpPaceTest {
  /** Between two wake-ups of a selector that serves 5,000 events a second one by one. */
  private static final long STEP = 200_000;

  private final WakeUpPace pace = new WakeUpPace();
  private long now = 1_000_000_000L;

  @Test
  void neverPausesBelowTheRate() {
    long slow = 1_000_000_000L / WakeUpPace.BUSY_PER_SECOND + 1;
    for (int i = 0; i < 1_000; i++) {
      assertEquals(0, wakeUp(slow, 5));
    }
  }

  @Test
  void pausesUntilTheWakeUpsAreApart() {
    becomeBusy();
    now += 100_000;
    assertEquals(WakeUpPace.APART_NANOS - 100_000, pace.pause(now));
  }

  @Test
  void doesNotPauseWhenTheWorkTookAsLong() {
    becomeBusy();
    now += WakeUpPace.APART_NANOS - 1_000;
    assertEquals(0, pace.pause(now));
  }

  @Test
  void goesOnWhilePausesBringEventsTogether() {
    becomeBusy();
    for (int i = 0; i < 10 * WakeUpPace.SAMPLE; i++) {
      assertTrue(wakeUp(STEP, 2) > 0, "wake-up " + i);
    }
  }

  @Test
  void stopsForAWhileWhenPausesBringNothing() {
    becomeBusy();
    for (int i = 0; i < WakeUpPace.SAMPLE; i++) {
      assertTrue(wakeUp(STEP, 1) > 0, "wake-up " + i);
    }
    for (int i = 0; i < WakeUpPace.UNPACED; i++) {
      assertEquals(0, wakeUp(STEP, 1), "wake-up " + i);
    }
    assertTrue(wakeUp(STEP, 1) > 0);
  }

  @Test
  void endsWithTheRate() {
    becomeBusy();
    assertTrue(wakeUp(STEP, 2) > 0);
    now += 1_000_000_000L;
    pace.wokeUp(now, 1);
    assertEquals(0, pace.pause(now));
  }

  private void becomeBusy() {
    for (int i = 0; i < WakeUpPace.SAMPLE; i++) {
      now += STEP;
      pace.wokeUp(now, 1);
    }
  }

  /** Returns the pause before a wake-up this long after the last one, or after the pause. */
  private long wakeUp(long after, int events) {
    now += after;
    long pause = pace.pause(now);
    now += pause;
    pace.wokeUp(now, events);
    return pause;
  }
}
