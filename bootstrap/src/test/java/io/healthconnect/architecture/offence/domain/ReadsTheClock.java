package io.healthconnect.architecture.offence.domain;

import java.time.Instant;
import java.util.function.Supplier;

/** Offends: the system clock, through a method reference, which is harder to detect than a call. */
final class ReadsTheClock {
  private final Supplier<Instant> clock = Instant::now;

  Instant read() {
    return clock.get();
  }
}
