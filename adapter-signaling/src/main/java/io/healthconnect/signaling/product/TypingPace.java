package io.healthconnect.signaling.product;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.healthconnect.domain.account.AccountId;
import io.healthconnect.signaling.endpoint.Timers;
import java.time.Duration;

/**
 * Lets one person be told once a second that another one types, whatever the number of tabs. Counts
 * on this node only; fails open for pairs beyond the 100,000 most recent.
 */
final class TypingPace {
  private static final int MAX_PAIRS = 100_000;

  private record Pair(AccountId from, AccountId to) {}

  private final Cache<Pair, Boolean> told;

  TypingPace(Timers timers) {
    told =
        Caffeine.newBuilder()
            .maximumSize(MAX_PAIRS)
            .expireAfterWrite(Duration.ofSeconds(1))
            .ticker(timers::nanoTime)
            .build();
  }

  boolean allows(AccountId from, AccountId to) {
    return told.asMap().putIfAbsent(new Pair(from, to), true) == null;
  }
}
