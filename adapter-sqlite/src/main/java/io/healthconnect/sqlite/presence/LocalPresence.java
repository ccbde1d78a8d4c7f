package io.healthconnect.sqlite.presence;

import io.healthconnect.domain.account.AccountId;
import io.healthconnect.domain.change.Change;
import io.healthconnect.domain.presence.Departures;
import io.healthconnect.domain.presence.DeviceId;
import io.healthconnect.domain.presence.Presence;
import io.healthconnect.sqlite.change.LocalChangeFeed;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/** The presence registry of a server that runs as one process. */
public final class LocalPresence implements Presence {
  private final Map<AccountId, Set<DeviceId>> devices = new ConcurrentHashMap<>();
  private final Map<DeviceId, AccountId> owners = new ConcurrentHashMap<>();
  private final Departures departures = new Departures();
  private final LocalChangeFeed feed;

  public LocalPresence(LocalChangeFeed feed) {
    this.feed = feed;
  }

  @Override
  public void arrive(AccountId account, DeviceId device) {
    devices.compute(
        account,
        (id, known) -> {
          owners.put(device, account);
          if (known == null) {
            feed.publish(new Change.PresenceChanged(account, true));
            return Set.of(device);
          }
          Set<DeviceId> more = ConcurrentHashMap.newKeySet();
          more.addAll(known);
          more.add(device);
          return more;
        });
  }

  @Override
  public void leave(AccountId account, DeviceId device) {
    devices.computeIfPresent(
        account,
        (id, known) -> {
          if (!known.contains(device)) {
            return known;
          }
          owners.remove(device);
          departures.add(account);
          if (known.size() > 1) {
            return known.stream()
                .filter(each -> !each.equals(device))
                .collect(Collectors.toUnmodifiableSet());
          }
          feed.publish(new Change.PresenceChanged(account, false));
          return null;
        });
  }

  @Override
  public void leaveForGood(AccountId account, DeviceId device) {
    leave(account, device);
  }

  @Override
  public boolean isOnline(AccountId account) {
    return devices.containsKey(account);
  }

  @Override
  public Set<AccountId> online(Set<AccountId> accounts) {
    return accounts.stream().filter(this::isOnline).collect(Collectors.toUnmodifiableSet());
  }

  @Override
  public boolean isConnected(DeviceId device) {
    return owners.containsKey(device);
  }

  @Override
  public Optional<Set<AccountId>> departures() {
    return departures.take();
  }
}
