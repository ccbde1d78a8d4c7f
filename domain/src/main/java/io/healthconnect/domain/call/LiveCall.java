package io.healthconnect.domain.call;

import io.healthconnect.domain.account.AccountId;
import io.healthconnect.domain.presence.DeviceId;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/**
 * A call that has not ended. Every method is pure: it returns the next call together with the
 * signals for devices, or the same call and a refusal. Callers must make sure that the account is
 * one of the two.
 */
public sealed interface LiveCall extends Call permits RingingCall, ActiveCall {

  /** A device of the callee answers the call. */
  Step<Optional<CallRefusal>> answer(
      AccountId by, DeviceId device, SessionDescription answer, Instant now);

  /**
   * Passes a candidate to the other side, at once or after the description it belongs to.
   *
   * @param limit how many candidates a side may send since its last description
   */
  Step<Optional<CallRefusal>> candidate(
      AccountId from, DeviceId device, Candidate candidate, int limit);

  /** Passes a later offer or answer to the other side; only in an active call. */
  Step<Optional<CallRefusal>> description(
      AccountId from, DeviceId device, SessionDescription description);

  /**
   * The callee rejects the call while it rings.
   *
   * @param reason one of the {@linkplain EndReason#isRejection rejections}
   */
  Step<Optional<CallRefusal>> reject(AccountId by, DeviceId device, EndReason reason, Instant now);

  /**
   * Ends the call: cancelled by the caller or declined by the callee while it rings, a hang-up
   * afterwards.
   */
  Step<Optional<CallRefusal>> end(AccountId by, DeviceId device, Instant now);

  /** Binds a side to a device that came back, and delivers what waited for that side. */
  Step<Resumed> resume(AccountId by, DeviceId device);

  /** A device came online. It rings if the call is ringing for its owner. */
  Step<Boolean> arrived(AccountId account, DeviceId device);

  /**
   * A device has recovered its connection, with all that was sent to it before. If a side is bound
   * to the device and away, what waited for that side is delivered.
   */
  Step<Boolean> returned(AccountId account, DeviceId device);

  /** The same call, marked as having rung on a device of the callee if it is still ringing. */
  LiveCall markRung();

  /** The part that survives a restart of its store. */
  CallSnapshot kept();

  /** A device has disconnected. If a side was bound to it, its lease starts. */
  Step<Boolean> left(DeviceId device, Instant leaseUntil);

  /** Ends the call if its ring time or a lease is over at {@code now}; true if it was. */
  Step<Boolean> expire(Instant now);

  /**
   * The two may no longer talk about what the call is about. It stops ringing for both; an answered
   * call goes on.
   *
   * @param by who of the two ended that: a callee declines the call with it; empty if neither did
   * @return true if it rang
   */
  Step<Boolean> withdraw(Optional<AccountId> by, Instant now);

  /** The devices that are bound to a side and not away. */
  Set<DeviceId> devices();

  /** When {@link #expire} will end the call if nothing else happens. */
  Optional<Instant> deadline();

  /**
   * What a returning device needs to know.
   *
   * @param description the last description of the other side, if this side may know it
   */
  record Resumed(CallRecord record, Optional<SessionDescription> description) {}
}
