package io.healthconnect.signaling.limits;

import io.healthconnect.signaling.SignalingLimits;
import java.util.concurrent.TimeUnit;

/** Limits the events of one socket. Used by the reader of the socket only. */
public final class EventRateLimiter {
  /** A flood is over after this long without a refusal. */
  private static final long PAUSE = TimeUnit.SECONDS.toNanos(1);

  public enum Verdict {
    ALLOWED,
    LIMITED,
    EXCEEDED
  }

  private final TokenBucket bucket;
  private final long sustained;
  private boolean flooding;
  private long floodSince;
  private long lastRefusal;

  public EventRateLimiter(SignalingLimits.Events limits, long now) {
    bucket = new TokenBucket(limits.perSecond(), limits.perSecond(), now);
    sustained = limits.sustained().toNanos();
  }

  public Verdict check(long now) {
    if (bucket.take(now)) {
      return Verdict.ALLOWED;
    }
    if (!flooding || now - lastRefusal > PAUSE) {
      flooding = true;
      floodSince = now;
    }
    lastRefusal = now;
    return now - floodSince >= sustained ? Verdict.EXCEEDED : Verdict.LIMITED;
  }
}
