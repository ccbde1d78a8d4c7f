package io.healthconnect.application.outbox;

import java.time.Duration;

/** How long what waits to be sent rests after a try that failed: twice as long after each. */
final class Pauses {
  private static final Duration FIRST = Duration.ofSeconds(30);
  private static final Duration LONGEST = Duration.ofHours(2);

  private Pauses() {}

  static Duration after(int tries) {
    Duration pause = FIRST.multipliedBy(1L << Math.min(tries - 1, 10));
    return pause.compareTo(LONGEST) < 0 ? pause : LONGEST;
  }
}
