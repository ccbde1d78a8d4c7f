package io.healthconnect.mongo.presence;

import io.healthconnect.domain.account.AccountId;
import io.healthconnect.domain.change.Change;
import io.healthconnect.domain.presence.Departures;
import io.healthconnect.domain.presence.DeviceId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The devices of all nodes, as far as the change stream has reported them. Thread-safe. */
final class PresenceView {

  /** The owner of a device, and the node that holds its connection. */
  record Holder(AccountId account, String node) {}

  private final Map<DeviceId, Holder> devices = new HashMap<>();
  private final Map<AccountId, Set<DeviceId>> accounts = new HashMap<>();

  /** How many devices each node holds. */
  private final Map<String, Integer> nodes = new HashMap<>();

  private final Departures departures = new Departures();

  synchronized List<Change> arrived(DeviceId device, Holder holder) {
    Holder before = devices.put(device, holder);
    nodes.merge(holder.node(), 1, Integer::sum);
    if (before != null) {
      nodes.computeIfPresent(before.node(), (node, count) -> fewer(count));
      return List.of();
    }
    boolean first = !isOnline(holder.account());
    accounts.merge(holder.account(), Set.of(device), PresenceView::both);
    return first ? List.of(new Change.PresenceChanged(holder.account(), true)) : List.of();
  }

  synchronized List<Change> left(DeviceId device) {
    Holder holder = devices.remove(device);
    if (holder == null) {
      return List.of();
    }
    nodes.computeIfPresent(holder.node(), (node, count) -> fewer(count));
    departures.add(holder.account());
    Change left = new Change.DeviceLeft(holder.account(), device, false);
    accounts.computeIfPresent(holder.account(), (id, all) -> without(device, all));
    return isOnline(holder.account())
        ? List.of(left)
        : List.of(left, new Change.PresenceChanged(holder.account(), false));
  }

  /** Replaces all devices and returns the resulting changes of presence. */
  synchronized List<Change> replace(Map<DeviceId, Holder> now) {
    List<Change> changes = new ArrayList<>();
    now.forEach((device, holder) -> changes.addAll(arrived(device, holder)));
    Set<DeviceId> gone = new HashSet<>(devices.keySet());
    gone.removeAll(now.keySet());
    gone.forEach(device -> changes.addAll(left(device)));
    departures.miss();
    return changes;
  }

  /** As {@link io.healthconnect.domain.presence.Presence#departures}. */
  Optional<Set<AccountId>> departures() {
    return departures.take();
  }

  synchronized boolean isOnline(AccountId account) {
    return accounts.containsKey(account);
  }

  synchronized Optional<Holder> holder(DeviceId device) {
    return Optional.ofNullable(devices.get(device));
  }

  /** The nodes that hold devices of the account. */
  synchronized Set<String> nodes(AccountId account) {
    return accounts.getOrDefault(account, Set.of()).stream()
        .flatMap(device -> holder(device).stream())
        .map(Holder::node)
        .collect(Collectors.toUnmodifiableSet());
  }

  /** The nodes that hold devices. */
  synchronized Set<String> nodes() {
    return Set.copyOf(nodes.keySet());
  }

  private static Set<DeviceId> both(Set<DeviceId> some, Set<DeviceId> others) {
    return Stream.of(some, others).flatMap(Set::stream).collect(Collectors.toUnmodifiableSet());
  }

  private static @Nullable Set<DeviceId> without(DeviceId device, Set<DeviceId> all) {
    Set<DeviceId> left =
        all.stream().filter(each -> !each.equals(device)).collect(Collectors.toUnmodifiableSet());
    return left.isEmpty() ? null : left;
  }

  private static @Nullable Integer fewer(@Nullable Integer count) {
    return count == null || count == 1 ? null : count - 1;
  }
}
