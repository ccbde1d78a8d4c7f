package io.healthconnect.signaling.transport;

import io.healthconnect.signaling.SignalingLimits;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;

/** Limits the number of open connections, in total and per address. */
final class ConnectionLimiter {
  private final SignalingLimits.Sockets limits;
  private final AtomicInteger total = new AtomicInteger();
  private final Map<String, Integer> byAddress = new ConcurrentHashMap<>();

  ConnectionLimiter(SignalingLimits.Sockets limits) {
    this.limits = limits;
  }

  /** Returns what releases the permit, or empty over a limit. Running it twice is harmless. */
  Optional<Runnable> acquire(String address) {
    if (total.incrementAndGet() > limits.total()) {
      total.decrementAndGet();
      return Optional.empty();
    }
    if (byAddress.merge(address, 1, Integer::sum) > limits.perAddress()) {
      release(address);
      return Optional.empty();
    }
    AtomicBoolean released = new AtomicBoolean();
    return Optional.of(
        () -> {
          if (released.compareAndSet(false, true)) {
            release(address);
          }
        });
  }

  int open() {
    return total.get();
  }

  private void release(String address) {
    byAddress.computeIfPresent(address, (key, count) -> count == 1 ? null : count - 1);
    total.decrementAndGet();
  }
}
