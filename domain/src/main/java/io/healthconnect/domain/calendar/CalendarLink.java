package io.healthconnect.domain.calendar;

import io.healthconnect.domain.account.AccountId;
import io.healthconnect.domain.account.ResetToken;
import java.time.Instant;

/**
 * Lets whoever holds its secret read the calendar of a person, and nothing else, without a session.
 * Only the hash of the secret is kept, so that who reads the store cannot use it.
 *
 * @param hash {@link #hashOf} of the secret
 */
public record CalendarLink(AccountId account, String hash, Instant createdAt) {

  public static CalendarLink create(String secret, AccountId account, Instant now) {
    return new CalendarLink(account, hashOf(secret), now);
  }

  /** The hash by which a link is found; that of {@link ResetToken}. */
  public static String hashOf(String secret) {
    return ResetToken.hashOf(secret);
  }
}
