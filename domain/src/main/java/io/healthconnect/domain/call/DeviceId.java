package io.healthconnect.domain.call;

import io.healthconnect.domain.Identifiers;

/**
 * Identifies one live connection of a person: a tab, a telephone. A reconnect is another device.
 */
public record DeviceId(String value) {
  public DeviceId {
    Identifiers.check("deviceId", value);
  }
}
