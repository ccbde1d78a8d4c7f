package io.healthconnect.signaling.endpoint;

import io.healthconnect.signaling.RateBucket;
import io.healthconnect.signaling.SignalingLimits;
import java.util.concurrent.TimeUnit;

/** How often one socket may send. Used by the socket's reader alone. */
final class EventRate {
  /** Without a refusal for so long, the flood is over. */
  private static final long PAUSE = TimeUnit.SECONDS.toNanos(1);

  enum Verdict {
    ALLOWED,
    LIMITED,
    NOT_FORGIVEN
  }

  private final RateBucket bucket;
  private final long sustained;
  private boolean flooding;
  private long floodSince;
  private long lastRefusal;

  EventRate(SignalingLimits.Events limits, long now) {
    bucket = new RateBucket(limits.perSecond(), limits.perSecond(), now);
    sustained = limits.sustained().toNanos();
  }

  Verdict check(long now) {
    if (bucket.take(now)) {
      return Verdict.ALLOWED;
    }
    if (!flooding || now - lastRefusal > PAUSE) {
      flooding = true;
      floodSince = now;
    }
    lastRefusal = now;
    return now - floodSince >= sustained ? Verdict.NOT_FORGIVEN : Verdict.LIMITED;
  }
}
