package io.healthconnect.domain.call;

import io.healthconnect.domain.InvalidValueException;
import io.healthconnect.domain.InvalidValueException.Code;
import io.healthconnect.domain.account.AccountId;
import io.healthconnect.domain.appointment.AppointmentId;
import java.time.Instant;
import java.util.Optional;

/**
 * The permanent record of a call: who, when, how long, and why it ended; never a description or a
 * candidate.
 *
 * @param answeredAt empty if the call was never answered
 * @param endedAt present, like {@code endReason}, if the state is ended
 */
public record CallRecord(
    CallId id,
    AccountId caller,
    AccountId callee,
    Optional<AppointmentId> appointment,
    CallMedia media,
    CallState state,
    Instant startedAt,
    Optional<Instant> answeredAt,
    Optional<Instant> endedAt,
    Optional<EndReason> endReason) {

  public CallRecord {
    if (caller.equals(callee)) {
      throw new InvalidValueException("to", "must be somebody else", Code.NOT_ALLOWED);
    }
    boolean ended = state == CallState.ENDED;
    boolean fits =
        ended == endedAt.isPresent()
            && ended == endReason.isPresent()
            && (ended || (state == CallState.ACTIVE) == answeredAt.isPresent());
    if (!fits) {
      throw new InvalidValueException("state", "does not fit the times");
    }
  }

  public static CallRecord ringing(
      CallId id,
      AccountId caller,
      AccountId callee,
      Optional<AppointmentId> appointment,
      CallMedia media,
      Instant now) {
    return new CallRecord(
        id,
        caller,
        callee,
        appointment,
        media,
        CallState.RINGING,
        now,
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }

  public boolean isOf(AccountId account) {
    return caller.equals(account) || callee.equals(account);
  }

  /** The person in the call who is not {@code account}. */
  public AccountId other(AccountId account) {
    return caller.equals(account) ? callee : caller;
  }

  CallRecord answered(Instant now) {
    return with(CallState.ACTIVE, Optional.of(now), Optional.empty(), Optional.empty());
  }

  CallRecord ended(EndReason reason, Instant now) {
    return with(CallState.ENDED, answeredAt, Optional.of(now), Optional.of(reason));
  }

  private CallRecord with(
      CallState newState,
      Optional<Instant> answered,
      Optional<Instant> ended,
      Optional<EndReason> reason) {
    return new CallRecord(
        id, caller, callee, appointment, media, newState, startedAt, answered, ended, reason);
  }
}
