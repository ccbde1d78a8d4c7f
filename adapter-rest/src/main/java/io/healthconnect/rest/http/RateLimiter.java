package io.healthconnect.rest.http;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.bucket4j.Bandwidth;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import io.github.bucket4j.TimeMeter;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** A token bucket for each key; the longest unused of 100,000 keys are forgotten. */
public final class RateLimiter {
  private static final int MAX_KEYS = 100_000;

  private final Cache<String, Bucket> buckets = Caffeine.newBuilder().maximumSize(MAX_KEYS).build();
  private final Bandwidth bandwidth;
  private final TimeMeter time;

  /**
   * @param burst how many may come at once
   * @param refill how many come back in each {@code period}, evenly
   */
  public RateLimiter(Clock clock, long burst, long refill, Duration period) {
    this.bandwidth = Bandwidth.builder().capacity(burst).refillGreedy(refill, period).build();
    this.time =
        new TimeMeter() {
          @Override
          public long currentTimeNanos() {
            return TimeUnit.MILLISECONDS.toNanos(clock.millis());
          }

          @Override
          public boolean isWallClockBased() {
            return true;
          }
        };
  }

  /** Takes one token: empty, or how long to wait for the next. */
  public Optional<Duration> take(String key) {
    Bucket bucket =
        buckets.get(
            key, k -> Bucket.builder().addLimit(bandwidth).withCustomTimePrecision(time).build());
    ConsumptionProbe probe = bucket.tryConsumeAndReturnRemaining(1);
    return probe.isConsumed()
        ? Optional.empty()
        : Optional.of(Duration.ofNanos(probe.getNanosToWaitForRefill()));
  }

  /**
   * @throws ProblemException 429 with {@code Retry-After}
   */
  public void check(String key) {
    take(key)
        .ifPresent(
            wait -> {
              throw new ProblemException(Problem.retryAfter(ErrorCode.RATE_LIMITED, wait));
            });
  }
}
