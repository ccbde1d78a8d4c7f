package io.healthconnect.signaling.product;

import io.github.bucket4j.TimeMeter;
import io.healthconnect.signaling.Timers;

/** The clock of the timers, in the form that Bucket4j needs. */
record TimersMeter(Timers timers) implements TimeMeter {
  @Override
  public long currentTimeNanos() {
    return timers.nanoTime();
  }

  @Override
  public boolean isWallClockBased() {
    return false;
  }
}
