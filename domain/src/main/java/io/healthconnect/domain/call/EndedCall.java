package io.healthconnect.domain.call;

import io.healthconnect.domain.InvalidValueException;
import java.time.Instant;
import java.util.function.Function;

/** A call that has ended and cannot change any more. */
public record EndedCall(CallRecord record) implements Call {
  public EndedCall {
    if (record.state() != CallState.ENDED) {
      throw new InvalidValueException("state", "must be ended");
    }
  }

  /**
   * A call that never rang.
   *
   * @param reason busy if the callee is in another call, offline if rings are silenced
   */
  public static EndedCall unrung(CallRecord ringing, EndReason reason, Instant now) {
    return new EndedCall(ringing.ended(reason, now));
  }

  @Override
  public <T> T fold(
      Function<? super RingingCall, ? extends T> onRinging,
      Function<? super ActiveCall, ? extends T> onActive,
      Function<? super EndedCall, ? extends T> onEnded) {
    return onEnded.apply(this);
  }
}
