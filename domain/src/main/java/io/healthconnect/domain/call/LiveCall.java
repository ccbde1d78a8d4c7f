package io.healthconnect.domain.call;

import io.healthconnect.domain.account.AccountId;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/**
 * A call that has not ended. Every method is pure: it returns the next call together with what the
 * devices are to be told, or the same call and a refusal. Callers have made sure that the account
 * is one of the two.
 */
public sealed interface LiveCall extends Call permits RingingCall, ActiveCall {

  /** The callee's device takes the call. */
  Step<Optional<CallRefusal>> answer(
      AccountId by, DeviceId device, SessionDescription answer, Instant now);

  /**
   * Hands a candidate to the other side, at once or after the description it belongs to.
   *
   * @param limit how many a side may send since its last description
   */
  Step<Optional<CallRefusal>> candidate(
      AccountId from, DeviceId device, Candidate candidate, int limit);

  /** Hands a later offer or answer to the other side; only when active. */
  Step<Optional<CallRefusal>> description(
      AccountId from, DeviceId device, SessionDescription description);

  /**
   * The callee says no while it rings.
   *
   * @param reason declined or busy
   */
  Step<Optional<CallRefusal>> reject(AccountId by, DeviceId device, EndReason reason, Instant now);

  /**
   * Ends the call: cancelled by the caller or declined by the callee while ringing, else hangup.
   */
  Step<Optional<CallRefusal>> end(AccountId by, DeviceId device, Instant now);

  /** Binds a side to a device that came back; what waited for that side follows. */
  Step<Resumed> resume(AccountId by, DeviceId device);

  /** A device came online; it rings if the call rings for its owner. */
  Step<Boolean> arrived(AccountId account, DeviceId device);

  /** A device's connection is gone; if a side was bound to it, the lease starts. */
  Step<Boolean> left(DeviceId device, Instant leaseUntil);

  /** Ends the call if its ring time or a lease is over at {@code now}; true if it was. */
  Step<Boolean> expire(Instant now);

  /** The devices that are bound to a side and not away. */
  Set<DeviceId> devices();

  /** When {@link #expire} will end the call if nothing happens before. */
  Optional<Instant> deadline();

  /**
   * What a device needs that came back.
   *
   * @param description the last description of the other side, if this side may know it
   */
  record Resumed(CallRecord record, Optional<SessionDescription> description) {}
}
