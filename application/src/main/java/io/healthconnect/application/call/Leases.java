package io.healthconnect.application.call;

import io.healthconnect.domain.account.AccountId;
import io.healthconnect.domain.call.CallId;
import io.healthconnect.domain.call.LiveCalls;
import io.healthconnect.domain.presence.DeviceId;
import io.healthconnect.domain.presence.Presence;
import java.time.Clock;
import java.time.Instant;

/** Starts the lease of a side whose device has disconnected. */
record Leases(LiveCalls calls, Presence presence, CallRules timings, Clock clock) {

  /** Does nothing for a device that another process has taken over. */
  void startFor(AccountId account, DeviceId device) {
    calls.liveOf(account).ifPresent(call -> check(call.id(), device));
  }

  /**
   * Must be called after a device was bound to a call: if it has disconnected in between, nobody
   * else starts the lease.
   *
   * @return whether the lease was started
   */
  boolean check(CallId call, DeviceId bound) {
    return !presence.isConnected(bound) && start(call, bound);
  }

  boolean isConnected(DeviceId device) {
    return presence.isConnected(device);
  }

  private boolean start(CallId id, DeviceId device) {
    Instant until = clock.instant().plus(timings.lease());
    return calls.change(id, call -> call.left(device, until)).orElse(false);
  }
}
