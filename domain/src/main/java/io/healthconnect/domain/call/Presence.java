package io.healthconnect.domain.call;

import io.healthconnect.domain.account.AccountId;
import java.util.Set;

/**
 * Knows who is connected. A person is online while at least one device is; the first arrival and
 * the last leave publish {@code Change.PresenceChanged}.
 */
public interface Presence {

  /** A device has connected; telling it twice changes nothing. */
  void arrive(AccountId account, DeviceId device);

  /** A device's connection is gone; an unknown device changes nothing. */
  void leave(AccountId account, DeviceId device);

  boolean isOnline(AccountId account);

  /** Those among {@code accounts} who are online. */
  Set<AccountId> online(Set<AccountId> accounts);

  boolean isConnected(DeviceId device);
}
