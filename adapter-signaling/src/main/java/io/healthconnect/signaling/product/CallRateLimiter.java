package io.healthconnect.signaling.product;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.TimeMeter;
import io.healthconnect.domain.account.AccountId;
import java.time.Duration;

/**
 * Limits the calls per minute of one caller, and of one caller to one callee. Counts on this node
 * only, and does not limit callers beyond the 100,000 most recent.
 */
final class CallRateLimiter {
  private static final int MAX_KEYS = 100_000;

  private final Cache<String, Bucket> buckets =
      Caffeine.newBuilder().maximumSize(MAX_KEYS).expireAfterAccess(Duration.ofMinutes(5)).build();
  private final int perCaller;
  private final int perCallee;
  private final TimeMeter time;

  CallRateLimiter(int perCaller, int perCallee, TimeMeter time) {
    this.perCaller = perCaller;
    this.perCallee = perCallee;
    this.time = time;
  }

  boolean allows(AccountId caller, AccountId callee) {
    return bucket(caller.value(), perCaller).tryConsume(1)
        && bucket(caller.value() + ">" + callee.value(), perCallee).tryConsume(1);
  }

  private Bucket bucket(String key, int perMinute) {
    return buckets.get(
        key,
        absent ->
            Bucket.builder()
                .addLimit(
                    limit ->
                        limit.capacity(perMinute).refillGreedy(perMinute, Duration.ofMinutes(1)))
                .withCustomTimePrecision(time)
                .build());
  }
}
