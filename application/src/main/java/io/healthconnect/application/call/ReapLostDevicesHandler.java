package io.healthconnect.application.call;

import io.healthconnect.domain.account.AccountId;
import io.healthconnect.domain.call.CallId;
import io.healthconnect.domain.call.LiveCalls;
import io.healthconnect.domain.presence.DeviceId;
import io.healthconnect.domain.presence.Presence;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

final class ReapLostDevicesHandler implements ReapLostDevices {
  /**
   * In case a process died between the steps of a departure, which then nobody can hear of any
   * more.
   */
  static final Duration EVERYTHING = Duration.ofMinutes(5);

  private final LiveCalls calls;
  private final Presence presence;
  private final Leases leases;
  private final Clock clock;

  /** When the next run looks at all live calls. */
  private Instant everythingAt = Instant.MIN;

  ReapLostDevicesHandler(LiveCalls calls, Presence presence, Leases leases, Clock clock) {
    this.calls = calls;
    this.presence = presence;
    this.leases = leases;
    this.clock = clock;
  }

  @Override
  public synchronized int reapLostDevices() {
    Instant now = clock.instant();
    Optional<Set<AccountId>> departed =
        presence.departures().filter(people -> now.isBefore(everythingAt));
    Instant next = departed.isPresent() ? everythingAt : now.plus(EVERYTHING);
    // If this run fails, the next one looks at everything.
    everythingAt = Instant.MIN;
    int started =
        departed
            .map(people -> people.isEmpty() ? 0 : check(calls.devices(people)))
            .orElseGet(() -> check(calls.devices()));
    everythingAt = next;
    return started;
  }

  private int check(Map<CallId, Set<DeviceId>> bound) {
    int started = 0;
    for (Map.Entry<CallId, Set<DeviceId>> call : bound.entrySet()) {
      for (DeviceId device : call.getValue()) {
        if (leases.check(call.getKey(), device)) {
          started++;
        }
      }
    }
    return started;
  }
}
