package io.healthconnect.application.call;

import io.healthconnect.domain.account.AccountId;
import io.healthconnect.domain.presence.DeviceId;

/**
 * Reports that a device has connected and can receive: its owner is online, and a call that is
 * ringing for the owner rings on it too.
 */
public interface DeviceArrived {
  void deviceArrived(AccountId account, DeviceId device);
}
