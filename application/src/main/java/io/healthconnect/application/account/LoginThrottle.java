package io.healthconnect.application.account;

import io.healthconnect.domain.account.Email;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Slows down guessing of one account's password: after some failures in a row 2, 4, 8 … seconds
 * pass before the next try counts, up to a longest wait. A try counts as a failure from its start,
 * so that many at once are no more guesses than one after the other. It never locks anybody out for
 * good, treats unknown e-mails alike, and forgets the longest unused e-mails beyond 100,000. Fails
 * open: a restart forgets.
 */
final class LoginThrottle {
  private static final int MAX_ENTRIES = 100_000;

  private record Failures(int count, Instant blockedUntil) {}

  private static final Failures NONE = new Failures(0, Instant.MIN);

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

  /**
   * Begins a try, unless this e-mail has to wait.
   *
   * @return how long it has to wait; zero when the password may be looked at
   */
  synchronized Duration begin(Email email) {
    Failures known = failures.getOrDefault(email, NONE);
    Instant now = clock.instant();
    if (now.isBefore(known.blockedUntil())) {
      return Duration.between(now, known.blockedUntil());
    }
    int count = Math.min(known.count() + 1, rules.freeFailures() + 30);
    failures.put(email, new Failures(count, now.plus(waitAfter(count))));
    return Duration.ZERO;
  }

  private Duration waitAfter(int count) {
    if (count < rules.freeFailures()) {
      return Duration.ZERO;
    }
    Duration wait = Duration.ofSeconds(1L << Math.min(count - rules.freeFailures() + 1, 20));
    return wait.compareTo(rules.longestWait()) > 0 ? rules.longestWait() : wait;
  }

  /** The password was not looked at after all, so the try was none. */
  synchronized void takenBack(Email email) {
    failures.computeIfPresent(
        email, (key, known) -> new Failures(known.count() - 1, clock.instant()));
  }

  synchronized void succeeded(Email email) {
    failures.remove(email);
  }
}
