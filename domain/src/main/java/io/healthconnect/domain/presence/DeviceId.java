package io.healthconnect.domain.presence;

import io.healthconnect.domain.Identifiers;

/**
 * Identifies one live connection of a person, such as a tab or a phone. A reconnect is another
 * device, unless the client recovers its connection.
 */
public record DeviceId(String value) {
  public DeviceId {
    Identifiers.check("deviceId", value);
  }
}
