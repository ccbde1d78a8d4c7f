package io.healthconnect.mongo.presence;

import io.healthconnect.domain.account.AccountId;
import io.healthconnect.domain.presence.DeviceId;
import java.util.Optional;
import java.util.Set;

/** Which devices are connected where, and by which name a process hears what is sent to them. */
public interface DevicePlaces {
  /** Of a process that has no connections. */
  DevicePlaces NONE =
      new DevicePlaces() {
        @Override
        public Optional<String> here(DeviceId device) {
          return Optional.empty();
        }

        @Override
        public boolean isThis(String place) {
          return false;
        }

        @Override
        public Set<String> of(AccountId account) {
          return Set.of();
        }
      };

  /**
   * The name of this process, if the store says that the device is connected to it at some time
   * during this call, and if this process hears all that is sent to that name. Writes to the store
   * if the device seems to be here.
   */
  Optional<String> here(DeviceId device);

  /** Whether this process hears what is sent to that name. */
  boolean isThis(String place);

  /**
   * The names of the processes to which devices of the account are connected, as far as this one
   * has heard, which may be a moment ago; empty if it knows of none.
   */
  Set<String> of(AccountId account);
}
