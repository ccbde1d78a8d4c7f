package io.healthconnect.mongo.presence;

import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * Decides which nodes are gone: those whose heartbeat counter has not changed for the length of a
 * lease, measured by the monotonic clock of the observer, so the clocks of the nodes need not
 * agree. While the observer itself cannot read the counters, no lease runs out: an outage of the
 * store must not make every node look dead. Not thread-safe.
 */
final class NodeLeases {
  /** Including the pause between two checks, the others remove a killed node within 10 seconds. */
  static final Duration LEASE = Duration.ofSeconds(8);

  private static final long LONGEST_PAUSE_NANOS = Duration.ofSeconds(3).toNanos();

  private record Sign(long beats, long since) {}

  private final Map<String, Sign> signs = new HashMap<>();
  private long lastLook;

  /**
   * @param beats the heartbeat counter of each node; a node that holds devices but no longer has a
   *     document counts as one that never sent a heartbeat
   * @return the nodes whose lease is over
   */
  Set<String> look(Map<String, Long> beats, long nowNanos) {
    if (nowNanos - lastLook > LONGEST_PAUSE_NANOS) {
      signs.clear();
    }
    lastLook = nowNanos;
    signs.keySet().retainAll(beats.keySet());
    Set<String> gone = new HashSet<>();
    beats.forEach(
        (node, count) -> {
          Sign last = signs.get(node);
          if (last == null || last.beats() != count) {
            signs.put(node, new Sign(count, nowNanos));
          } else if (nowNanos - last.since() >= LEASE.toNanos()) {
            gone.add(node);
          }
        });
    return gone;
  }
}
