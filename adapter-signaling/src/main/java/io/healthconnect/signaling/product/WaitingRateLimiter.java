package io.healthconnect.signaling.product;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.bucket4j.Bucket;
import io.healthconnect.domain.account.AccountId;
import io.healthconnect.signaling.Timers;
import java.time.Duration;

/**
 * Limits the events of the waiting room, each of which writes, to {@link #PER_MINUTE} for each
 * person, regardless of the number of tabs. Counts on this node only.
 */
final class WaitingRateLimiter {
  static final int PER_MINUTE = 60;
  private static final int MAX_KEYS = 100_000;
  private static final Duration MINUTE = Duration.ofMinutes(1);

  private final TimersMeter time;
  private final Cache<AccountId, Bucket> people =
      Caffeine.newBuilder().maximumSize(MAX_KEYS).expireAfterAccess(MINUTE.multipliedBy(2)).build();

  WaitingRateLimiter(Timers timers) {
    time = new TimersMeter(timers);
  }

  boolean allows(AccountId person) {
    return people.get(person, id -> bucket()).tryConsume(1);
  }

  private Bucket bucket() {
    return Bucket.builder()
        .addLimit(limit -> limit.capacity(PER_MINUTE).refillGreedy(PER_MINUTE, MINUTE))
        .withCustomTimePrecision(time)
        .build();
  }
}
