package io.healthconnect.signaling.limits;

/** A token bucket that starts full. Not thread-safe: each belongs to the reader of one socket. */
public final class TokenBucket {
  private static final double NANOS = 1_000_000_000d;

  private final double perNano;
  private final double capacity;
  private double tokens;
  private long last;

  public TokenBucket(int perSecond, int capacity, long nowNanos) {
    this.perNano = perSecond / NANOS;
    this.capacity = capacity;
    this.tokens = capacity;
    this.last = nowNanos;
  }

  /** Takes one token; false when there is none. */
  public boolean take(long nowNanos) {
    tokens = Math.min(capacity, tokens + (nowNanos - last) * perNano);
    last = nowNanos;
    if (tokens < 1) {
      return false;
    }
    tokens -= 1;
    return true;
  }
}
