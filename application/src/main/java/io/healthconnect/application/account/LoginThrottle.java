package io.healthconnect.application.account;

import io.healthconnect.domain.account.Email;
import io.healthconnect.domain.account.SessionId;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;

/**
 * Slows down guessing of one account's password. Each source of an e-mail has its own count: after
 * some failures in a row, 2, 4, 8 … seconds pass before its next attempt, up to a longest wait. All
 * unknown sources of an e-mail together draw from an allowance that refills slowly, which bounds
 * guessing from many addresses. A source that has failed often leaves a fifth of it to others, so
 * that one stranger alone does not keep them out. Known devices and live sessions neither use nor
 * need the allowance, so guesses by strangers never keep the owner out there.
 *
 * <p>An attempt counts as a failure from its start until it is cancelled or succeeds, so that
 * concurrent attempts give no more guesses than consecutive ones. Nobody is locked out permanently,
 * and unknown e-mail addresses are treated in the same way. The throttle forgets the least recently
 * used entries beyond 100,000, and everything on a restart.
 */
final class LoginThrottle {
  private static final int MAX_ENTRIES = 100_000;

  /**
   * The key that failures are counted by.
   *
   * @param source a network, a known device or a session
   * @param trusted whether the source has proved that it belongs to the account
   */
  record Key(Email email, String source, boolean trusted) {
    static Key of(Email email, LogIn.Source source) {
      return source
          .knownDevice()
          .map(device -> new Key(email, "device " + device, true))
          .orElseGet(() -> new Key(email, "network " + source.network(), false));
    }

    static Key of(Email email, SessionId session) {
      return new Key(email, "session " + session.value(), true);
    }
  }

  private record Failures(int count, Instant blockedUntil) {}

  /** How many guesses strangers have left, and since when the allowance has been refilling. */
  private record Allowance(int left, Instant refilledAt) {}

  private static final Failures NONE = new Failures(0, Instant.MIN);

  private final Clock clock;
  private final PasswordGuessing rules;
  private final Map<Key, Failures> failures = new RecentlyUsed<>(MAX_ENTRIES);
  private final Map<Email, Allowance> allowances = new RecentlyUsed<>(MAX_ENTRIES);

  /** The beginning or end of the last wait of which an entry of the audit log tells. */
  private final Map<Key, Instant> told = new RecentlyUsed<>(MAX_ENTRIES);

  LoginThrottle(Clock clock, PasswordGuessing rules) {
    this.clock = clock;
    this.rules = rules;
  }

  /**
   * Begins an attempt unless its source has to wait.
   *
   * @return how long it has to wait; zero if the password may be checked
   */
  synchronized Duration begin(Key key) {
    Failures known = failures.getOrDefault(key, NONE);
    Instant now = clock.instant();
    if (now.isBefore(known.blockedUntil())) {
      return Duration.between(now, known.blockedUntil());
    }
    if (!key.trusted()) {
      Allowance allowance = allowance(key.email(), now);
      if (allowance.left() <= reserve(known)) {
        return Duration.between(now, allowance.refilledAt().plus(rules.refillInterval()));
      }
      allowances.put(key.email(), new Allowance(allowance.left() - 1, allowance.refilledAt()));
    }
    int count = Math.min(known.count() + 1, rules.freeFailures() + 30);
    failures.put(key, new Failures(count, now.plus(waitAfter(count))));
    return Duration.ZERO;
  }

  /**
   * Whether an attempt that has to wait is the first to meet this wait. There are no more waits of
   * a source than failures before them, and of all strangers together one in a refill interval.
   */
  synchronized boolean isFirstToWait(Key key) {
    Instant now = clock.instant();
    Instant until = failures.getOrDefault(key, NONE).blockedUntil();
    if (now.isBefore(until)) {
      return !until.equals(told.put(key, until));
    }
    Instant since = allowance(key.email(), now).refilledAt();
    return !since.equals(told.put(new Key(key.email(), "strangers", false), since));
  }

  /** How much of the allowance is left to others. */
  private int reserve(Failures known) {
    int reserve = rules.strangersFailures() / 5;
    int often = Math.min(rules.freeFailures(), rules.strangersFailures() - reserve);
    return known.count() >= often ? reserve : 0;
  }

  private Allowance allowance(Email email, Instant now) {
    Allowance known = allowances.get(email);
    if (known == null) {
      return new Allowance(rules.strangersFailures(), now);
    }
    long refills = Duration.between(known.refilledAt(), now).dividedBy(rules.refillInterval());
    if (known.left() + refills >= rules.strangersFailures()) {
      return new Allowance(rules.strangersFailures(), now);
    }
    return new Allowance(
        known.left() + (int) refills,
        known.refilledAt().plus(rules.refillInterval().multipliedBy(refills)));
  }

  private Duration waitAfter(int count) {
    if (count < rules.freeFailures()) {
      return Duration.ZERO;
    }
    Duration wait = Duration.ofSeconds(1L << Math.min(count - rules.freeFailures() + 1, 20));
    return wait.compareTo(rules.longestWait()) > 0 ? rules.longestWait() : wait;
  }

  /** Cancels an attempt whose password was not checked after all. */
  synchronized void cancel(Key key) {
    failures.computeIfPresent(
        key, (same, known) -> new Failures(known.count() - 1, clock.instant()));
    giveBack(key);
  }

  /** Ends an attempt with the right password and clears the failures of its source. */
  synchronized void succeed(Key key) {
    failures.remove(key);
    giveBack(key);
  }

  private void giveBack(Key key) {
    if (!key.trusted()) {
      allowances.computeIfPresent(
          key.email(),
          (email, known) ->
              new Allowance(
                  Math.min(known.left() + 1, rules.strangersFailures()), known.refilledAt()));
    }
  }
}
