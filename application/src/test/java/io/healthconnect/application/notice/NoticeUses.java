package io.healthconnect.application.notice;

import io.healthconnect.domain.notice.UnsubscribeTokens;
import io.healthconnect.testkit.memory.InMemoryStore;
import io.healthconnect.testkit.notice.PlainUnsubscribeTokens;
import java.time.Clock;

/** The use cases of notices, over a store in memory. */
final class NoticeUses {
  private NoticeUses() {}

  static NoticeUseCases of(InMemoryStore store, Clock clock) {
    return of(store, new PlainUnsubscribeTokens(), clock);
  }

  static NoticeUseCases of(InMemoryStore store, UnsubscribeTokens tokens, Clock clock) {
    return NoticeUseCases.create(
        store.notices(), store.pushSubscriptions(), store.accounts(), tokens, clock);
  }
}
