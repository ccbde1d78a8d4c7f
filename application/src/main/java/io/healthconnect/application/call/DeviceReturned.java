package io.healthconnect.application.call;

import io.healthconnect.domain.account.AccountId;
import io.healthconnect.domain.presence.DeviceId;

/**
 * A device has recovered its connection and can be sent to, after it was told what it missed: its
 * owner is online, and a call that is bound to the device goes on.
 */
public interface DeviceReturned {
  void deviceReturned(AccountId account, DeviceId device);
}
