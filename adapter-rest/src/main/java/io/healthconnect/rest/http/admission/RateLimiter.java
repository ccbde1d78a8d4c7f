package io.healthconnect.rest.http.admission;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.bucket4j.Bandwidth;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import io.github.bucket4j.TimeMeter;
import io.healthconnect.rest.http.reply.ErrorCode;
import io.healthconnect.rest.http.reply.Problem;
import io.healthconnect.rest.http.reply.ProblemException;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** A token bucket for each key. Beyond 100,000 keys, the least recently used are forgotten. */
public final class RateLimiter {
  private static final int MAX_KEYS = 100_000;

  private final Cache<String, Bucket> buckets = Caffeine.newBuilder().maximumSize(MAX_KEYS).build();
  private final Bandwidth bandwidth;
  private final TimeMeter time;

  public RateLimiter(Clock clock, Rate rate) {
    this.bandwidth =
        Bandwidth.builder()
            .capacity(rate.burst())
            .refillGreedy(rate.refill(), rate.period())
            .build();
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

  /** Takes one token. Returns empty, or how long to wait for the next token. */
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
   * Counts one request.
   *
   * @throws ProblemException 429 with {@code Retry-After}
   */
  public Permit check(String key) {
    take(key)
        .ifPresent(
            wait -> {
              throw new ProblemException(Problem.retryAfter(ErrorCode.RATE_LIMITED, wait));
            });
    return new Permit(Optional.ofNullable(buckets.getIfPresent(key)));
  }

  /** What lets one request through. */
  public static final class Permit {
    /** Of a request that nothing counts. */
    public static final Permit UNCOUNTED = new Permit(Optional.empty());

    private final Optional<Bucket> bucket;

    private Permit(Optional<Bucket> bucket) {
      this.bucket = bucket;
    }

    /** Says that the request turned out not to count. */
    public void giveBack() {
      bucket.ifPresent(counted -> counted.addTokens(1));
    }
  }
}
