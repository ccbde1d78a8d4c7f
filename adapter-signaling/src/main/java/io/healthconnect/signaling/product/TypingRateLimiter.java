package io.healthconnect.signaling.product;

import com.fasterxml.jackson.databind.JsonNode;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.bucket4j.Bucket;
import io.healthconnect.domain.account.AccountId;
import io.healthconnect.signaling.Timers;
import java.time.Duration;
import java.util.Optional;

/**
 * Limits typing notices to one per second from one person to another, and to {@link #PER_SECOND}
 * people per second, regardless of the number of tabs. Counts on this node only, and does not limit
 * pairs beyond the 100,000 most recent.
 */
final class TypingRateLimiter {
  static final int PER_SECOND = 10;
  private static final int MAX_KEYS = 100_000;
  private static final Duration SECOND = Duration.ofSeconds(1);

  private record Pair(AccountId from, AccountId to) {}

  private final TimersMeter time;
  private final Cache<Pair, JsonNode> recent;
  private final Cache<AccountId, Bucket> senders =
      Caffeine.newBuilder().maximumSize(MAX_KEYS).expireAfterAccess(Duration.ofMinutes(1)).build();

  TypingRateLimiter(Timers timers) {
    time = new TimersMeter(timers);
    recent =
        Caffeine.newBuilder()
            .maximumSize(MAX_KEYS)
            .expireAfterWrite(SECOND)
            .ticker(timers::nanoTime)
            .build();
  }

  /**
   * The answer within the last second. If there is none, the caller must determine it; meanwhile
   * others are answered "ok".
   */
  Optional<JsonNode> recentAnswer(AccountId from, AccountId to) {
    return Optional.ofNullable(recent.asMap().putIfAbsent(new Pair(from, to), Acks.ok()));
  }

  void answered(AccountId from, AccountId to, JsonNode answer) {
    recent.asMap().replace(new Pair(from, to), answer);
  }

  boolean allows(AccountId from) {
    return senders.get(from, id -> bucket()).tryConsume(1);
  }

  private Bucket bucket() {
    return Bucket.builder()
        .addLimit(limit -> limit.capacity(PER_SECOND).refillGreedy(PER_SECOND, SECOND))
        .withCustomTimePrecision(time)
        .build();
  }
}
