package io.healthconnect.domain.call;

import io.healthconnect.domain.InvalidValueException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * The part of a live call that survives a restart of its store. Candidates do not, so that none
 * costs a write: a client that comes back restarts ICE.
 *
 * @param card what ringing devices show about the caller; present while it rings
 * @param caller the last description of the caller
 * @param callee the last description of the callee; present when the call is active
 * @param ringUntil when it stops ringing; present while it rings
 * @param rung whether any device of the callee has rung
 */
public record CallSnapshot(
    CallRecord record,
    Optional<CallerCard> card,
    SessionDescription caller,
    Optional<SessionDescription> callee,
    Optional<Instant> ringUntil,
    boolean rung) {
  public CallSnapshot {
    boolean active = record.state() == CallState.ACTIVE;
    boolean ringing = record.state() == CallState.RINGING;
    if (active != callee.isPresent()
        || ringing != ringUntil.isPresent()
        || ringing != card.isPresent()) {
      throw new InvalidValueException("state", "does not fit what is kept");
    }
  }

  /**
   * The call as it continues: everybody is away for the time of a lease. It rings on devices of the
   * callee as they come back.
   */
  public LiveCall restore(Instant leaseUntil) {
    Side callerSide = Side.away(record.caller(), caller, leaseUntil);
    if (ringUntil.isPresent()) {
      return new RingingCall(
          record, card.orElseThrow(), ringUntil.get(), rung, callerSide, List.of(), List.of());
    }
    Side calleeSide = Side.away(record.callee(), callee.orElseThrow(), leaseUntil);
    return new ActiveCall(record, callerSide, calleeSide);
  }
}
