package io.healthconnect.domain.push;

import java.time.Duration;
import java.util.Optional;

/**
 * What became of a notice that was handed to a push service.
 *
 * @param pause how long the service asks to be left alone; only with {@link Outcome#DEFERRED}
 */
public record PushDelivery(Outcome outcome, Optional<Duration> pause) {

  /** The kinds of answers. */
  public enum Outcome {
    /** The service has accepted it. */
    SENT,
    /** The subscription has ended, or leads where this server must not send. */
    GONE,
    /** The service will never accept it. */
    REFUSED,
    /** The service does not accept it now, or cannot be reached. */
    DEFERRED
  }

  public static PushDelivery of(Outcome outcome) {
    return new PushDelivery(outcome, Optional.empty());
  }

  /** The service asks to be left alone for a time. */
  public static PushDelivery deferredFor(Duration pause) {
    return new PushDelivery(Outcome.DEFERRED, Optional.of(pause));
  }
}
