package io.healthconnect.application.outbox;

import io.healthconnect.domain.IdGenerator;
import io.healthconnect.domain.account.Account;
import io.healthconnect.domain.account.AccountId;
import io.healthconnect.domain.account.Email;
import io.healthconnect.domain.account.EmailToken;
import io.healthconnect.domain.account.Language;
import io.healthconnect.domain.account.Preferences;
import io.healthconnect.domain.account.ResetToken;
import io.healthconnect.domain.audit.AuditAction;
import io.healthconnect.domain.outbox.AccountLetter;
import io.healthconnect.domain.outbox.AccountMail;
import java.time.Instant;
import java.util.Optional;

/** Decides whether there is a mail to send, and makes the secret in it. */
final class AccountLetters {
  private final SendAccountMail.Ports ports;
  private final IdGenerator ids;

  AccountLetters(SendAccountMail.Ports ports, IdGenerator ids) {
    this.ports = ports;
    this.ids = ids;
  }

  /**
   * A mail to send.
   *
   * @param action what the audit log tells of the account once it was sent, if anything
   */
  record Prepared(AccountLetter letter, AccountId account, Optional<AuditAction> action) {}

  /** Empty if there is none: nobody has the address, can use the account, or wants it any more. */
  Optional<Prepared> of(AccountMail mail, Instant now) {
    if (!now.isBefore(mail.expiresAt())) {
      return Optional.empty();
    }
    return switch (mail.kind()) {
      case PASSWORD_RESET ->
          reader(mail)
              .map(account -> letter(mail, account, Optional.of(resetSecret(account, now))))
              .filter(
                  prepared ->
                      reader(mail).map(Account::id).equals(Optional.of(prepared.account())));
      case EMAIL_CONFIRMATION, EMAIL_CHANGE ->
          owner(mail)
              .filter(account -> token("", account, mail.to(), now).isWantedBy(account))
              .map(account -> letter(mail, account, Optional.of(secret(account, mail.to(), now))));
      case EMAIL_CHANGED -> owner(mail).map(account -> letter(mail, account, Optional.empty()));
    };
  }

  /**
   * Whose password a link that is mailed there sets. Asked once more when the link is stored: an
   * account that moves to another address, or is disabled, ends the links that are stored by then.
   */
  private Optional<Account> reader(AccountMail mail) {
    return ports
        .accounts()
        .findByEmail(mail.to())
        .filter(account -> !account.standing().disabled());
  }

  private Optional<Account> owner(AccountMail mail) {
    return mail.account()
        .flatMap(ports.accounts()::find)
        .filter(account -> !account.standing().erased());
  }

  private String resetSecret(Account account, Instant now) {
    String secret = random();
    ports.accounts().addResetToken(ResetToken.create(secret, account.id(), now));
    return secret;
  }

  private String secret(Account account, Email to, Instant now) {
    String secret = random();
    ports.emails().addToken(token(secret, account, to, now));
    return secret;
  }

  private static EmailToken token(String secret, Account account, Email to, Instant now) {
    return EmailToken.create(secret, account.id(), to, now);
  }

  /** Two identifiers, for 256 random bits and a few more. */
  private String random() {
    return ids.next() + ids.next();
  }

  private Prepared letter(AccountMail mail, Account account, Optional<String> secret) {
    return new Prepared(
        new AccountLetter(ids.next(), mail.kind(), mail.to(), language(account.id()), secret),
        account.id(),
        switch (mail.kind()) {
          case PASSWORD_RESET -> Optional.of(AuditAction.RESET_LINK_MAILED);
          case EMAIL_CONFIRMATION, EMAIL_CHANGE, EMAIL_CHANGED -> Optional.empty();
        });
  }

  /** Who never said so is written to in English. */
  private Language language(AccountId account) {
    return ports.preferences().find(account).map(Preferences::language).orElse(Language.EN);
  }
}
