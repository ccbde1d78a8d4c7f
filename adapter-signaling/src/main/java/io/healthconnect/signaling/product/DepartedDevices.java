package io.healthconnect.signaling.product;

import io.healthconnect.domain.account.AccountId;
import io.healthconnect.domain.presence.DeviceId;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The devices that have left within {@link RecoveryOptions#WINDOW}. Thread-safe. */
final class DepartedDevices {
  static final int CAPACITY = 100_000;
  private static final long WINDOW = RecoveryOptions.WINDOW.toNanos();

  /**
   * @param at by the monotonic clock
   * @param forGood whether the device said that it will not come back
   */
  record Departure(AccountId account, long at, boolean forGood) {}

  // Guarded by this. Oldest first.
  private final Map<DeviceId, Departure> devices = new LinkedHashMap<>();
  private final Map<AccountId, Integer> counts = new HashMap<>();

  synchronized void add(DeviceId device, AccountId account, boolean forGood, long now) {
    prune(now);
    Departure before = remove(device);
    boolean still = before != null && before.forGood();
    devices.put(device, new Departure(account, now, forGood || still));
    counts.merge(account, 1, Integer::sum);
  }

  synchronized Optional<Departure> of(DeviceId device, long now) {
    prune(now);
    return Optional.ofNullable(devices.get(device));
  }

  /** Whether a device of the account may still come back. */
  synchronized boolean has(AccountId account) {
    return counts.containsKey(account);
  }

  private void prune(long now) {
    Iterator<Map.Entry<DeviceId, Departure>> oldest = devices.entrySet().iterator();
    while (oldest.hasNext()) {
      Departure departure = oldest.next().getValue();
      if (now - departure.at() <= WINDOW && devices.size() < CAPACITY) {
        return;
      }
      oldest.remove();
      uncount(departure.account());
    }
  }

  private @Nullable Departure remove(DeviceId device) {
    Departure removed = devices.remove(device);
    if (removed != null) {
      uncount(removed.account());
    }
    return removed;
  }

  private void uncount(AccountId account) {
    counts.computeIfPresent(account, (id, count) -> count == 1 ? null : count - 1);
  }
}
