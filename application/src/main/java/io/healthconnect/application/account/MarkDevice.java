package io.healthconnect.application.account;

import io.healthconnect.domain.account.Email;
import java.util.Optional;

/**
 * Issues the marker that a device keeps after an account has logged in on it. A marker that the
 * device already has is extended, so that people can share a device.
 */
@FunctionalInterface
public interface MarkDevice {
  String markDevice(Email email, Optional<String> presentMarker);
}
