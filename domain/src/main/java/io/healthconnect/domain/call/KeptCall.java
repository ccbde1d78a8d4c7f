package io.healthconnect.domain.call;

import io.healthconnect.domain.InvalidValueException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What of a live call outlives a restart of its store. Candidates do not, so that none costs a
 * write: a client that came back restarts ICE.
 *
 * @param caller the last description of the caller
 * @param callee the last description of the callee; present when the call is active
 * @param ringUntil when it stops ringing; present while it rings
 * @param rung whether any device of the callee has rung
 */
public record KeptCall(
    CallRecord record,
    SessionDescription caller,
    Optional<SessionDescription> callee,
    Optional<Instant> ringUntil,
    boolean rung) {
  public KeptCall {
    boolean active = record.state() == CallState.ACTIVE;
    boolean ringing = record.state() == CallState.RINGING;
    if (active != callee.isPresent() || ringing != ringUntil.isPresent()) {
      throw new InvalidValueException("state", "does not fit what is kept");
    }
  }

  public static KeptCall of(LiveCall call) {
    if (call instanceof RingingCall ringing) {
      return new KeptCall(
          ringing.record(),
          ringing.caller().description(),
          Optional.empty(),
          Optional.of(ringing.ringUntil()),
          ringing.rung());
    }
    ActiveCall active = (ActiveCall) call;
    return new KeptCall(
        active.record(),
        active.caller().description(),
        Optional.of(active.callee().description()),
        Optional.empty(),
        true);
  }

  /**
   * The call as it goes on: everybody is away for a lease. It rings at devices of the callee as
   * they come back.
   */
  public LiveCall restore(Instant leaseUntil) {
    Side callerSide = Side.away(record.caller(), caller, leaseUntil);
    if (ringUntil.isPresent()) {
      return new RingingCall(record, ringUntil.get(), rung, callerSide, List.of(), List.of());
    }
    Side calleeSide = Side.away(record.callee(), callee.orElseThrow(), leaseUntil);
    return new ActiveCall(record, callerSide, calleeSide);
  }
}
