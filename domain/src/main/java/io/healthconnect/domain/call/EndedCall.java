package io.healthconnect.domain.call;

import io.healthconnect.domain.InvalidValueException;
import java.time.Instant;

/** A call that is over; nothing can be done with it any more. */
public record EndedCall(CallRecord record) implements Call {
  public EndedCall {
    if (record.state() != CallState.ENDED) {
      throw new InvalidValueException("state", "must be ended");
    }
  }

  /** A call that never rang because the callee was in another one. */
  public static EndedCall busy(CallRecord ringing, Instant now) {
    return new EndedCall(ringing.ended(EndReason.BUSY, now));
  }
}
