package io.healthconnect.application.account;

import io.healthconnect.domain.account.Email;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Slows down guessing of one account's password: after some failures in a row 2, 4, 8 … seconds
 * pass before the next try counts, up to a longest wait. It never locks anybody out for good,
 * treats unknown e-mails alike, and forgets the longest unused e-mails beyond 100,000. Fails open:
 * a restart forgets.
 */
final class LoginThrottle {
  private static final int MAX_ENTRIES = 100_000;

  private record Failures(int count, Instant blockedUntil) {}

  private final Clock clock;
  private final PasswordGuessing rules;
  private final Map<Email, Failures> failures =
      new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Email, Failures> eldest) {
          return size() > MAX_ENTRIES;
        }
      };

  LoginThrottle(Clock clock, PasswordGuessing rules) {
    this.clock = clock;
    this.rules = rules;
  }

  /** How long this e-mail has to wait before a try is looked at; zero when it need not. */
  synchronized Duration waitFor(Email email) {
    Failures known = failures.get(email);
    Instant now = clock.instant();
    return known == null || !now.isBefore(known.blockedUntil())
        ? Duration.ZERO
        : Duration.between(now, known.blockedUntil());
  }

  synchronized void failed(Email email) {
    Failures known = failures.get(email);
    int count = known == null ? 1 : Math.min(known.count() + 1, rules.freeFailures() + 30);
    Instant now = clock.instant();
    Duration wait =
        count < rules.freeFailures()
            ? Duration.ZERO
            : Duration.ofSeconds(1L << Math.min(count - rules.freeFailures() + 1, 20));
    failures.put(
        email,
        new Failures(
            count, now.plus(wait.compareTo(rules.longestWait()) > 0 ? rules.longestWait() : wait)));
  }

  synchronized void succeeded(Email email) {
    failures.remove(email);
  }
}
