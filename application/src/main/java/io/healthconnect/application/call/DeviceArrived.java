package io.healthconnect.application.call;

import io.healthconnect.domain.account.AccountId;
import io.healthconnect.domain.call.DeviceId;

/**
 * A device has connected and can be sent to: its owner is online, and a call that rings for the
 * owner rings there, too.
 */
public interface DeviceArrived {
  void handle(AccountId account, DeviceId device);
}
