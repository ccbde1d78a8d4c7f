package io.healthconnect.domain.account;

import java.util.Optional;

/**
 * Issues and verifies the markers by which a device proves that an account has logged in on it
 * before. A marker does not grant access: it only makes failures on a known device count separately
 * from those of strangers. One device can hold a marker for several accounts; the marker names none
 * of them.
 */
public interface DeviceMarkers {

  /**
   * The device that presents the marker, if the account with this e-mail address has logged in on
   * it; empty for anything else. Never throws, whatever the text.
   */
  Optional<String> verify(Email email, String marker);

  /**
   * Issues a marker for a device on which the account has just logged in.
   *
   * @param present the marker that the device presented; if it is genuine, its accounts are kept in
   *     the new one, up to a limit
   */
  String issue(Email email, Optional<String> present);
}
