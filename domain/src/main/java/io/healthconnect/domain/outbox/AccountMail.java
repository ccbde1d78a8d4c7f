package io.healthconnect.domain.outbox;

import io.healthconnect.domain.account.Account;
import io.healthconnect.domain.account.AccountId;
import io.healthconnect.domain.account.Email;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * The wish for a mail about access to an account. It holds no secret: the sender makes one when it
 * writes the mail, so that none waits in the store.
 *
 * @param to where the mail goes, if it turns out that there is one to send
 * @param account whose mail it is; empty if only the address is known, which may be nobody's
 * @param askedAt since when it is wanted
 */
public record AccountMail(
    AccountMailKind kind, Email to, Optional<AccountId> account, Instant askedAt) {
  /** How long another wish for the same mail is taken as the same wish. */
  public static final Duration PAUSE = Duration.ofMinutes(5);

  /** A link for a new password, for whoever has an account with this address. */
  public static AccountMail passwordReset(Email to, Instant now) {
    return new AccountMail(AccountMailKind.PASSWORD_RESET, to, Optional.empty(), now);
  }

  /** A link with which the owner of the account's address confirms it. */
  public static AccountMail confirmation(Account account, Instant now) {
    return new AccountMail(
        AccountMailKind.EMAIL_CONFIRMATION, account.email(), Optional.of(account.id()), now);
  }

  /** A link with which the owner of an account's new address confirms it. */
  public static AccountMail change(AccountId account, Email to, Instant now) {
    return new AccountMail(AccountMailKind.EMAIL_CHANGE, to, Optional.of(account), now);
  }

  /** Tells the owner of the former address. */
  public static AccountMail changed(AccountId account, Email former, Instant now) {
    return new AccountMail(AccountMailKind.EMAIL_CHANGED, former, Optional.of(account), now);
  }

  /** Two wishes with the same name are for the same mail. */
  public String id() {
    return kind.code() + ':' + account.map(owner -> owner.value() + ':').orElse("") + to.value();
  }

  /** When nobody wants it any more. */
  public Instant expiresAt() {
    return askedAt.plus(kind.life());
  }

  /** Whether a wish at {@code now} is this one again. */
  public boolean standsForOneAt(Instant now) {
    return now.isBefore(askedAt.plus(PAUSE));
  }
}
