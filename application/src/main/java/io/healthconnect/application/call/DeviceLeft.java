package io.healthconnect.application.call;

import io.healthconnect.domain.account.AccountId;
import io.healthconnect.domain.presence.DeviceId;

/**
 * Reports that a device has disconnected. Must be called at once, since signals to it have to wait
 * from then on; if it was in a call, the lease starts.
 */
public interface DeviceLeft {
  void deviceLeft(AccountId account, DeviceId device, Departure departure);

  /** How a device left. */
  enum Departure {
    /** Its connection is gone, and may be recovered. */
    LOST,
    /** The device has said that it will not come back. */
    FINAL
  }
}
