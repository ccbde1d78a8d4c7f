package io.healthconnect.sqlite.account;

import io.healthconnect.domain.Result;
import io.healthconnect.domain.account.Account;
import io.healthconnect.domain.account.AccountId;
import io.healthconnect.domain.account.Credentials;
import io.healthconnect.domain.account.Email;
import io.healthconnect.domain.account.EmailRepository;
import io.healthconnect.domain.account.EmailStatus;
import io.healthconnect.domain.account.EmailToken;
import io.healthconnect.domain.audit.AuditEvent;
import io.healthconnect.domain.outbox.AccountMail;
import io.healthconnect.sqlite.audit.AuditWrites;
import io.healthconnect.sqlite.db.Database;
import io.healthconnect.sqlite.db.Sql;
import io.healthconnect.sqlite.db.Transaction;
import io.healthconnect.sqlite.outbox.AccountMailWrites;
import io.healthconnect.sqlite.search.AccountWords;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The confirmation of e-mail addresses in SQLite. */
public final class SqliteEmailRepository implements EmailRepository {
  private final Database database;

  public SqliteEmailRepository(Database database) {
    this.database = database;
  }

  @Override
  public Optional<Account> await(Credentials checked, Email email, Instant now, AuditEvent event) {
    return database.write(transaction -> await(transaction, checked, email, now, event));
  }

  private static Optional<Account> await(
      Transaction transaction, Credentials checked, Email email, Instant now, AuditEvent event)
      throws SQLException {
    Optional<Account> stored =
        transaction.one(
            "SELECT * FROM account WHERE id = ? AND password_hash = ? AND disabled = 0",
            AccountRows::account,
            checked.accountId().value(),
            checked.passwordHash().value());
    if (stored.isEmpty()) {
      return Optional.empty();
    }
    Account account = stored.get();
    boolean own = account.email().equals(email);
    EmailStatus status =
        new EmailStatus(
            account.emailStatus().confirmed(), own ? Optional.empty() : Optional.of(email));
    transaction.update(
        "UPDATE account SET pending_email = ? WHERE id = ?",
        status.pending().map(Email::value),
        account.id().value());
    if (!own) {
      AccountMailWrites.ask(transaction, AccountMail.change(account.id(), email, now));
    } else if (!status.confirmed()) {
      AccountMailWrites.ask(transaction, AccountMail.confirmation(account, now));
    }
    AuditWrites.append(transaction, List.of(event));
    return Optional.of(account.withEmail(account.email(), status));
  }

  @Override
  public void addToken(EmailToken token) {
    database.write(transaction -> EmailTokens.add(transaction, token));
  }

  @Override
  public Optional<EmailToken> findToken(String hash) {
    return database.read(sql -> EmailTokens.find(sql, hash));
  }

  @Override
  public Result<Account, Refusal> confirm(String hash, Instant now, AuditEvent event) {
    return database.write(
        transaction -> {
          Optional<EmailToken> token =
              EmailTokens.find(transaction, hash).filter(found -> found.isValidAt(now));
          if (token.isEmpty()) {
            return Result.failure(Refusal.INVALID_TOKEN);
          }
          Optional<Account> account =
              find(transaction, token.get().accountId()).filter(token.get()::isWantedBy);
          return account.isEmpty()
              ? Result.failure(Refusal.INVALID_TOKEN)
              : confirm(transaction, account.get(), token.get(), now, event);
        });
  }

  private static Result<Account, Refusal> confirm(
      Transaction transaction, Account account, EmailToken token, Instant now, AuditEvent event)
      throws SQLException {
    Account confirmed = token.confirm(account);
    boolean moves = !account.email().equals(confirmed.email());
    if (moves && isTaken(transaction, confirmed.email())) {
      return Result.failure(Refusal.EMAIL_TAKEN);
    }
    transaction.update(
        """
        UPDATE account SET email = ?, email_confirmed = 1, pending_email = ?, version = version + 1
        WHERE id = ?
        """,
        confirmed.email().value(),
        confirmed.emailStatus().pending().map(Email::value),
        account.id().value());
    if (moves) {
      EmailTokens.removeAll(transaction, account.id());
      ResetTokens.removeAll(transaction, account.id());
      AccountMailWrites.ask(transaction, AccountMail.changed(account.id(), account.email(), now));
      AuditWrites.append(transaction, List.of(event));
      AccountWords.refresh(transaction, account.id(), account.name(), confirmed.email());
    } else {
      EmailTokens.removeOf(transaction, token);
    }
    return Result.success(confirmed.withVersion(account.version() + 1));
  }

  private static Optional<Account> find(Sql sql, AccountId id) throws SQLException {
    return sql.one("SELECT * FROM account WHERE id = ?", AccountRows::account, id.value());
  }

  private static boolean isTaken(Sql sql, Email email) throws SQLException {
    return sql.any("SELECT 1 FROM account WHERE email = ?", email.value());
  }

  @Override
  public int purgeTokens(Instant now) {
    return database.write(transaction -> EmailTokens.purge(transaction, now));
  }
}
