package io.healthconnect.application.waiting;

import io.healthconnect.domain.presence.DeviceId;
import io.healthconnect.domain.presence.Presence;
import io.healthconnect.domain.waiting.Attendance;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Looks up which waiting devices are connected, before a step, which must not look up anything. */
record Connections(Presence presence) {

  Known of(Attendance attendance) {
    List<DeviceId> devices = attendance.devices();
    return new Known(
        devices.stream()
            .filter(device -> !presence.isConnected(device))
            .collect(Collectors.toUnmodifiableSet()));
  }

  /**
   * The devices that are known to be gone; others, which may have come since, count as connected.
   */
  record Known(Set<DeviceId> gone) {
    boolean isConnected(DeviceId device) {
      return !gone.contains(device);
    }
  }
}
