package io.healthconnect.application.call;

import io.healthconnect.domain.call.CallId;
import io.healthconnect.domain.call.LiveCalls;
import io.healthconnect.domain.presence.DeviceId;
import java.util.Map;
import java.util.Set;

final class ReapLostDevicesHandler implements ReapLostDevices {
  private final LiveCalls calls;
  private final Leases leases;

  ReapLostDevicesHandler(LiveCalls calls, Leases leases) {
    this.calls = calls;
    this.leases = leases;
  }

  @Override
  public int reapLostDevices() {
    int started = 0;
    for (Map.Entry<CallId, Set<DeviceId>> call : calls.devices().entrySet()) {
      for (DeviceId device : call.getValue()) {
        if (leases.check(call.getKey(), device)) {
          started++;
        }
      }
    }
    return started;
  }
}
