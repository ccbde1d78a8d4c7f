package io.healthconnect.application.account;

import java.time.Duration;

/**
 * How guessing of one account's password is slowed down.
 *
 * @param freeFailures how many wrong passwords in a row from one source have no consequence; from
 *     then on, each attempt has to wait 2, 4, 8 … seconds
 * @param longestWait the longest of those waits; nobody is ever locked out for good
 * @param strangersFailures wrong passwords that all sources together which have never logged in to
 *     the account may use up; each comes back after {@code refillInterval}
 * @param refillInterval how long until one of those comes back. In a day that is 95 times, so that
 *     strangers guess at no account more than 100 times; and nobody waits longer
 */
public record PasswordGuessing(
    int freeFailures, Duration longestWait, int strangersFailures, Duration refillInterval) {
  private static final PasswordGuessing NONE =
      new PasswordGuessing(0, Duration.ZERO, 0, Duration.ZERO);

  public static final PasswordGuessing DEFAULT =
      NONE.withFreeFailures(5)
          .withLongestWait(Duration.ofMinutes(15))
          .withStrangersFailures(5)
          .withRefillInterval(Duration.ofMinutes(15));

  public PasswordGuessing withFreeFailures(int freeFailures) {
    return new PasswordGuessing(freeFailures, longestWait, strangersFailures, refillInterval);
  }

  public PasswordGuessing withLongestWait(Duration longestWait) {
    return new PasswordGuessing(freeFailures, longestWait, strangersFailures, refillInterval);
  }

  public PasswordGuessing withStrangersFailures(int strangersFailures) {
    return new PasswordGuessing(freeFailures, longestWait, strangersFailures, refillInterval);
  }

  public PasswordGuessing withRefillInterval(Duration refillInterval) {
    return new PasswordGuessing(freeFailures, longestWait, strangersFailures, refillInterval);
  }
}
