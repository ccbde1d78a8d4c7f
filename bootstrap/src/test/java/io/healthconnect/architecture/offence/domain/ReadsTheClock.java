package io.healthconnect.architecture.offence.domain;

import java.time.Instant;
import java.util.function.Supplier;

/** Offends: the machine's clock, by a method reference, which is the harder one to see. */
final class ReadsTheClock {
  private final Supplier<Instant> clock = Instant::now;

  Instant read() {
    return clock.get();
  }
}
