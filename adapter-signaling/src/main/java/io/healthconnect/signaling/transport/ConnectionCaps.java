package io.healthconnect.signaling.transport;

import io.healthconnect.signaling.SignalingLimits;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;

/** Counts open connections, in all and by address. */
final class ConnectionCaps {
  private final SignalingLimits.Sockets limits;
  private final AtomicInteger total = new AtomicInteger();
  private final Map<String, Integer> byAddress = new ConcurrentHashMap<>();

  ConnectionCaps(SignalingLimits.Sockets limits) {
    this.limits = limits;
  }

  /** What gives the place back, or empty when there is none; to be run at least once. */
  Optional<Runnable> take(String address) {
    if (total.incrementAndGet() > limits.total()) {
      total.decrementAndGet();
      return Optional.empty();
    }
    if (byAddress.merge(address, 1, Integer::sum) > limits.perAddress()) {
      giveBack(address);
      return Optional.empty();
    }
    AtomicBoolean given = new AtomicBoolean();
    return Optional.of(
        () -> {
          if (given.compareAndSet(false, true)) {
            giveBack(address);
          }
        });
  }

  int open() {
    return total.get();
  }

  private void giveBack(String address) {
    byAddress.computeIfPresent(address, (key, count) -> count == 1 ? null : count - 1);
    total.decrementAndGet();
  }
}
