package io.healthconnect.signaling.limits;

import io.healthconnect.signaling.SignalingLimits;
import java.util.ArrayDeque;
import java.util.Queue;

/** Counts the forbidden events of one socket. Thread-safe. */
public final class ForbiddenEventCounter {
  private final SignalingLimits.Events limits;
  private final Queue<Long> times = new ArrayDeque<>();

  public ForbiddenEventCounter(SignalingLimits.Events limits) {
    this.limits = limits;
  }

  /** Counts one event; true when it reaches the limit. */
  public synchronized boolean limitReached(long now) {
    long window = limits.forbiddenWindow().toNanos();
    times.removeIf(time -> now - time > window);
    times.add(now);
    return times.size() >= limits.forbidden();
  }
}
