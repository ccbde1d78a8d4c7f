package io.healthconnect.application.call;

import io.healthconnect.domain.account.AccountId;
import io.healthconnect.domain.call.CallId;
import io.healthconnect.domain.call.DeviceId;
import io.healthconnect.domain.call.LiveCalls;
import io.healthconnect.domain.call.Presence;
import java.time.Clock;
import java.time.Instant;

/** Starts the lease of a side whose device is gone. */
record Leases(LiveCalls calls, Presence presence, CallRules timings, Clock clock) {

  void startFor(AccountId account, DeviceId device) {
    calls.liveOf(account).ifPresent(call -> start(call.id(), device));
  }

  /**
   * To be called after a device was bound to a call: its connection may have gone in between, and
   * then nobody else starts the lease.
   *
   * @return whether the lease was started
   */
  boolean check(CallId call, DeviceId bound) {
    return !presence.isConnected(bound) && start(call, bound);
  }

  private boolean start(CallId id, DeviceId device) {
    Instant until = clock.instant().plus(timings.lease());
    return calls.change(id, call -> call.left(device, until)).orElse(false);
  }
}
