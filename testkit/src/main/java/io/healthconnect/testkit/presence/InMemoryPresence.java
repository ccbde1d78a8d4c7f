package io.healthconnect.testkit.presence;

import io.healthconnect.domain.account.AccountId;
import io.healthconnect.domain.change.Change;
import io.healthconnect.domain.presence.Departures;
import io.healthconnect.domain.presence.DeviceId;
import io.healthconnect.domain.presence.Presence;
import io.healthconnect.testkit.change.InMemoryChangeFeed;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** A presence registry with one lock. */
public final class InMemoryPresence implements Presence {
  private final Map<DeviceId, AccountId> owners = new HashMap<>();
  private final Departures departures = new Departures();
  private final InMemoryChangeFeed feed;

  public InMemoryPresence(InMemoryChangeFeed feed) {
    this.feed = feed;
  }

  @Override
  public synchronized void arrive(AccountId account, DeviceId device) {
    boolean first = !isOnline(account);
    owners.put(device, account);
    if (first) {
      feed.publish(new Change.PresenceChanged(account, true));
    }
  }

  @Override
  public synchronized void leave(AccountId account, DeviceId device) {
    if (owners.remove(device, account)) {
      departures.add(account);
      if (!isOnline(account)) {
        feed.publish(new Change.PresenceChanged(account, false));
      }
    }
  }

  @Override
  public void leaveForGood(AccountId account, DeviceId device) {
    leave(account, device);
  }

  @Override
  public synchronized boolean isOnline(AccountId account) {
    return owners.containsValue(account);
  }

  @Override
  public Set<AccountId> online(Set<AccountId> accounts) {
    return accounts.stream().filter(this::isOnline).collect(Collectors.toUnmodifiableSet());
  }

  @Override
  public synchronized boolean isConnected(DeviceId device) {
    return owners.containsKey(device);
  }

  @Override
  public Optional<Set<AccountId>> departures() {
    return departures.take();
  }
}
