package io.healthconnect.sqlite.account;

import io.healthconnect.domain.account.AccountId;
import io.healthconnect.domain.account.Email;
import io.healthconnect.domain.account.EmailToken;
import io.healthconnect.sqlite.db.Row;
import io.healthconnect.sqlite.db.Sql;
import io.healthconnect.sqlite.db.Transaction;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;

/** The statements on tokens that confirm addresses. */
final class EmailTokens {
  private EmailTokens() {}

  /** The reference to the account fails where there is none. */
  static int add(Transaction transaction, EmailToken token) throws SQLException {
    transaction.update(
        """
        INSERT INTO email_token (hash, account_id, email, created_at, expires_at)
        VALUES (?, ?, ?, ?, ?)
        """,
        token.hash(),
        token.accountId().value(),
        token.email().value(),
        token.createdAt(),
        token.expiresAt());
    return transaction.update(
        """
        DELETE FROM email_token WHERE hash IN (
          SELECT hash FROM email_token WHERE account_id = ?
          ORDER BY created_at DESC, hash DESC LIMIT -1 OFFSET ?)
        """,
        token.accountId().value(),
        EmailToken.MOST);
  }

  static Optional<EmailToken> find(Sql sql, String hash) throws SQLException {
    return sql.one("SELECT * FROM email_token WHERE hash = ?", EmailTokens::token, hash);
  }

  static void removeAll(Transaction transaction, AccountId accountId) throws SQLException {
    transaction.update("DELETE FROM email_token WHERE account_id = ?", accountId.value());
  }

  static void removeOf(Transaction transaction, EmailToken spent) throws SQLException {
    transaction.update(
        "DELETE FROM email_token WHERE account_id = ? AND email = ?",
        spent.accountId().value(),
        spent.email().value());
  }

  static int purge(Transaction transaction, Instant now) throws SQLException {
    return transaction.update("DELETE FROM email_token WHERE expires_at < ?", now);
  }

  /** No other address waits any more. */
  static void endChange(Transaction transaction, AccountId accountId) throws SQLException {
    transaction.update("UPDATE account SET pending_email = NULL WHERE id = ?", accountId.value());
  }

  private static EmailToken token(Row row) throws SQLException {
    return new EmailToken(
        row.text("hash"),
        new AccountId(row.text("account_id")),
        new Email(row.text("email")),
        row.instant("created_at"),
        row.instant("expires_at"));
  }
}
