package io.healthconnect.domain.presence;

import io.healthconnect.domain.account.AccountId;
import java.util.Optional;
import java.util.Set;

/**
 * Tracks who is connected. A person is online while at least one device is. The first arrival and
 * the last departure publish {@code Change.PresenceChanged}.
 */
public interface Presence {

  /** A device has connected; repeating this changes nothing. */
  void arrive(AccountId account, DeviceId device);

  /** A device has disconnected; an unknown device changes nothing. */
  void leave(AccountId account, DeviceId device);

  /** As {@link #leave}, for a device that has said that it will not come back. */
  void leaveForGood(AccountId account, DeviceId device);

  boolean isOnline(AccountId account);

  /** Those among {@code accounts} who are online. */
  Set<AccountId> online(Set<AccountId> accounts);

  boolean isConnected(DeviceId device);

  /**
   * The people of whom a device has left since the last call, on any node and for whatever reason,
   * as far as this process has heard; empty if some may have been missed, as at the first call.
   */
  Optional<Set<AccountId>> departures();
}
