package io.healthconnect.domain.account;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * Proves that whoever holds its secret reads mails to an address. It is mailed there, and only its
 * hash is kept.
 *
 * @param hash {@link ResetToken#hashOf} of the secret
 * @param email the address: that of the account, or the one that is to replace it
 */
public record EmailToken(
    String hash, AccountId accountId, Email email, Instant createdAt, Instant expiresAt) {
  /** How long a token can be used. */
  public static final Duration LIFE = Duration.ofMinutes(30);

  /** How many tokens an account has at most; a new one takes the place of the oldest. */
  public static final int MOST = 10;

  /** A token that can be used from now on. */
  public static EmailToken create(String secret, AccountId accountId, Email email, Instant now) {
    return new EmailToken(ResetToken.hashOf(secret), accountId, email, now, now.plus(LIFE));
  }

  public boolean isValidAt(Instant now) {
    return now.isBefore(expiresAt);
  }

  /** Whether it still proves something: that address waits to be confirmed. */
  public boolean isWantedBy(Account account) {
    EmailStatus status = account.emailStatus();
    return account.id().equals(accountId)
        && !account.standing().disabled()
        && (status.pending().equals(Optional.of(email))
            || (account.email().equals(email) && !status.confirmed()));
  }

  /** The account once the address has been confirmed. */
  public Account confirm(Account account) {
    return account.email().equals(email)
        ? account.withEmail(email, new EmailStatus(true, account.emailStatus().pending()))
        : account.withEmail(email, EmailStatus.CONFIRMED);
  }
}
