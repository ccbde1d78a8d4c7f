package io.healthconnect.application.call;

import io.healthconnect.domain.account.AccountId;
import io.healthconnect.domain.call.DeviceId;

/**
 * A device's connection is gone. To be told at once (what is sent to it from here on waits); if it
 * was in a call, the lease starts.
 */
public interface DeviceLeft {
  void handle(AccountId account, DeviceId device);
}
