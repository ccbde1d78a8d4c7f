package io.healthconnect.application.call;

import io.healthconnect.domain.account.AccountId;
import io.healthconnect.domain.call.DeviceId;
import io.healthconnect.domain.call.Presence;

final class DeviceLeftHandler implements DeviceLeft {
  private final Presence presence;
  private final Leases leases;

  DeviceLeftHandler(Presence presence, Leases leases) {
    this.presence = presence;
    this.leases = leases;
  }

  @Override
  public void handle(AccountId account, DeviceId device) {
    presence.leave(account, device);
    leases.startFor(account, device);
  }
}
