package io.healthconnect.mongo.presence;

import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * Decides which nodes are gone: those whose count of heartbeats has stood still for the lease, by
 * the monotonic clock of the one who watches. So nodes need not agree on the time. While the
 * watcher itself could not look, nobody's lease runs: a store that was away must not make everybody
 * look dead. Not thread-safe.
 */
final class NodeLeases {
  /** With the pause between two looks, a killed node is gone for the others within 10 seconds. */
  static final Duration LEASE = Duration.ofSeconds(8);

  private static final long LONGEST_PAUSE_NANOS = Duration.ofSeconds(3).toNanos();

  private record Sign(long beats, long since) {}

  private final Map<String, Sign> signs = new HashMap<>();
  private long lastLook;

  /**
   * @param beats the heartbeats of each node so far; a node that holds devices and has no document
   *     any more counts as one that has never beaten
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
