package io.healthconnect.testkit.account;

import io.healthconnect.domain.account.DeviceMarkers;
import io.healthconnect.domain.account.Email;
import java.util.Arrays;
import java.util.Optional;

/** Unsigned markers in plain text. For tests only. */
public final class PlainDeviceMarkers implements DeviceMarkers {
  @Override
  public Optional<String> verify(Email email, String marker) {
    return Arrays.asList(marker.split("/", -1)).contains(email.value())
        ? Optional.of("device")
        : Optional.empty();
  }

  @Override
  public String issue(Email email, Optional<String> present) {
    return present.map(marker -> marker + "/" + email.value()).orElse(email.value());
  }
}
