package io.healthconnect.application.call;

import io.healthconnect.domain.account.AccountId;
import io.healthconnect.domain.presence.DeviceId;
import io.healthconnect.domain.presence.Presence;

final class DeviceLeftHandler implements DeviceLeft {
  private final Presence presence;
  private final Leases leases;

  DeviceLeftHandler(Presence presence, Leases leases) {
    this.presence = presence;
    this.leases = leases;
  }

  @Override
  public void deviceLeft(AccountId account, DeviceId device, Departure departure) {
    if (departure == Departure.FINAL) {
      presence.leaveForGood(account, device);
    } else {
      presence.leave(account, device);
    }
    leases.startFor(account, device);
  }
}
