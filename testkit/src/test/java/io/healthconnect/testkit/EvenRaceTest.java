package io.healthconnect.testkit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

class EvenRaceTest {
  private static final int RACES = 100;

  /** As on a machine where the ending takes far longer than the attempt. */
  @Test
  void theEndingComesFirstAtTimesHoweverSlowItIs() throws Exception {
    AtomicBoolean ended = new AtomicBoolean();
    int first = 0;
    try (EvenRace race = new EvenRace()) {
      for (int i = 0; i < RACES; i++) {
        ended.set(false);
        Future<Boolean> attempt =
            race.run(
                () -> !ended.get(),
                () -> {
                  long since = System.nanoTime();
                  while (System.nanoTime() - since < 20_000_000) {
                    Thread.onSpinWait();
                  }
                  ended.set(true);
                });
        first += attempt.get() ? 1 : 0;
      }
    }
    assertTrue(first > 10 && first < 90, first + " of " + RACES + " attempts came first");
  }

  @Test
  void theAttemptMayOutlastTheEnding() throws Exception {
    CountDownLatch seen = new CountDownLatch(1);
    try (EvenRace race = new EvenRace()) {
      Future<Boolean> attempt =
          race.run(
              () -> {
                seen.await();
                return true;
              },
              () -> {});
      assertFalse(attempt.isDone());
      seen.countDown();
      assertEquals(true, attempt.get());
    }
  }
}
