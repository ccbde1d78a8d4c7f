package io.healthconnect.signaling.endpoint;

import io.healthconnect.signaling.SignalingLimits;
import java.util.ArrayDeque;
import java.util.Queue;

/** Counts forbidden events; answers come from any thread. */
final class ForbiddenCount {
  private final SignalingLimits.Events limits;
  private final Queue<Long> times = new ArrayDeque<>();

  ForbiddenCount(SignalingLimits.Events limits) {
    this.limits = limits;
  }

  /** Counts one more; true when it is one too many. */
  synchronized boolean tooMany(long now) {
    long window = limits.forbiddenWindow().toNanos();
    times.removeIf(time -> now - time > window);
    times.add(now);
    return times.size() >= limits.forbidden();
  }
}
