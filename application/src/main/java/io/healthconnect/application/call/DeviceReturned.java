package io.healthconnect.application.call;

import io.healthconnect.domain.account.AccountId;
import io.healthconnect.domain.presence.DeviceId;
import java.time.Duration;

/**
 * A device has recovered its connection and can be sent to, after it was told what it missed: its
 * owner is online, and a call that is bound to the device goes on.
 */
public interface DeviceReturned {

  /**
   * Asked before: whether something of a call that was sent to the device within this time may be
   * known to other processes only.
   */
  boolean mayMiss(AccountId account, DeviceId device, Duration within);

  /**
   * @return false if that is so since it was asked; the connection must then start anew
   */
  boolean deviceReturned(AccountId account, DeviceId device, Duration within);
}
