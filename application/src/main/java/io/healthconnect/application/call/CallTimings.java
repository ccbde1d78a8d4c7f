package io.healthconnect.application.call;

import java.time.Duration;

/**
 * @param ring how long a call rings
 * @param lease how long a side may be without a connection
 */
public record CallTimings(Duration ring, Duration lease) {
  public static final CallTimings DEFAULT =
      new CallTimings(Duration.ofSeconds(45), Duration.ofSeconds(30));
}
