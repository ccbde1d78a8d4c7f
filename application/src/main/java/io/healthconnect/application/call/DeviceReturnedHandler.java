package io.healthconnect.application.call;

import io.healthconnect.domain.account.AccountId;
import io.healthconnect.domain.call.LiveCalls;
import io.healthconnect.domain.presence.DeviceId;
import io.healthconnect.domain.presence.Presence;
import java.time.Duration;

final class DeviceReturnedHandler implements DeviceReturned {
  private final LiveCalls calls;
  private final Presence presence;
  private final Leases leases;

  DeviceReturnedHandler(LiveCalls calls, Presence presence, Leases leases) {
    this.calls = calls;
    this.presence = presence;
    this.leases = leases;
  }

  @Override
  public boolean mayMiss(AccountId account, DeviceId device, Duration within) {
    return calls.mayMiss(account, device, within);
  }

  @Override
  public boolean deviceReturned(AccountId account, DeviceId device, Duration within) {
    presence.arrive(account, device);
    if (!calls.follow(account, device, within)) {
      return false;
    }
    calls
        .liveOf(account)
        .ifPresent(
            call -> {
              if (calls.change(call.id(), live -> live.returned(account, device)).orElse(false)) {
                leases.check(call.id(), device);
              }
            });
    return true;
  }
}
