package io.healthconnect.application.call;

import java.time.Duration;

/**
 * @param ring how long a call rings
 * @param lease how long a side may be without a connection
 * @param candidates how many candidates a side may send since its last description
 * @param relayOnly whose calls use the relay alone; needs a TURN server, or they cannot connect
 */
public record CallRules(Duration ring, Duration lease, int candidates, RelayOnly relayOnly) {
  public static final CallRules DEFAULT =
      new CallRules(Duration.ofSeconds(45), Duration.ofSeconds(30), 100, RelayOnly.NOBODY);
}
