package io.healthconnect.application.call;

import java.time.Duration;

/**
 * @param ring how long a call rings
 * @param lease how long a side may be without a connection
 * @param candidates how many candidates a side may send since its last description
 */
public record CallRules(Duration ring, Duration lease, int candidates) {
  public static final CallRules DEFAULT =
      new CallRules(Duration.ofSeconds(45), Duration.ofSeconds(30), 100);
}
