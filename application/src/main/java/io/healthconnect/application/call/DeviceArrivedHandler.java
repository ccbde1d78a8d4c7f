package io.healthconnect.application.call;

import io.healthconnect.domain.account.AccountId;
import io.healthconnect.domain.call.LiveCalls;
import io.healthconnect.domain.presence.DeviceId;
import io.healthconnect.domain.presence.Presence;

final class DeviceArrivedHandler implements DeviceArrived {
  private final LiveCalls calls;
  private final Presence presence;

  DeviceArrivedHandler(LiveCalls calls, Presence presence) {
    this.calls = calls;
    this.presence = presence;
  }

  @Override
  public void deviceArrived(AccountId account, DeviceId device) {
    presence.arrive(account, device);
    calls
        .liveOf(account)
        .ifPresent(call -> calls.change(call.id(), live -> live.arrived(account, device)));
  }
}
