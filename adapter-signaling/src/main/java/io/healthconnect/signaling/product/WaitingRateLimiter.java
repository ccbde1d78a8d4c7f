package io.healthconnect.signaling.product;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.bucket4j.Bucket;
import io.healthconnect.domain.account.AccountId;
import io.healthconnect.signaling.Timers;
import java.time.Duration;

/**
 * Limits the events of the waiting room, each of which writes, for each person, regardless of the
 * number of tabs: to {@link #PER_CALL} for each call that one may begin. Counts on this node only.
 */
final class WaitingRateLimiter {
  private static final int PER_CALL = 6;
  private static final int MAX_KEYS = 100_000;
  private static final Duration MINUTE = Duration.ofMinutes(1);

  private final int perMinute;
  private final TimersMeter time;
  private final Cache<AccountId, Bucket> people =
      Caffeine.newBuilder().maximumSize(MAX_KEYS).expireAfterAccess(MINUTE.multipliedBy(2)).build();

  WaitingRateLimiter(int callsPerMinute, Timers timers) {
    perMinute = callsPerMinute * PER_CALL;
    time = new TimersMeter(timers);
  }

  boolean allows(AccountId person) {
    return people.get(person, id -> bucket()).tryConsume(1);
  }

  private Bucket bucket() {
    return Bucket.builder()
        .addLimit(limit -> limit.capacity(perMinute).refillGreedy(perMinute, MINUTE))
        .withCustomTimePrecision(time)
        .build();
  }
}
