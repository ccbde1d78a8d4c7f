package io.healthconnect.sqlite.account;

import io.healthconnect.domain.account.AccountId;
import io.healthconnect.domain.account.PasswordHash;
import io.healthconnect.domain.account.ResetToken;
import io.healthconnect.domain.audit.PasswordEvents;
import io.healthconnect.domain.notice.AccountNotices;
import io.healthconnect.sqlite.audit.AuditWrites;
import io.healthconnect.sqlite.calendar.SqliteCalendarLinkRepository;
import io.healthconnect.sqlite.db.Row;
import io.healthconnect.sqlite.db.Sql;
import io.healthconnect.sqlite.db.Transaction;
import io.healthconnect.sqlite.notice.NoticeWrites;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The statements on reset tokens. */
final class ResetTokens {
  private ResetTokens() {}

  /** The reference to the account fails where there is none. */
  static int add(Transaction transaction, ResetToken token) throws SQLException {
    transaction.update(
        "INSERT INTO reset_token (hash, account_id, created_at, expires_at) VALUES (?, ?, ?, ?)",
        token.hash(),
        token.accountId().value(),
        token.createdAt(),
        token.expiresAt());
    return transaction.update(
        """
        DELETE FROM reset_token WHERE hash IN (
          SELECT hash FROM reset_token WHERE account_id = ?
          ORDER BY created_at DESC, hash DESC LIMIT -1 OFFSET ?)
        """,
        token.accountId().value(),
        ResetToken.MOST);
  }

  static Optional<ResetToken> find(Sql sql, String hash) throws SQLException {
    return sql.one("SELECT * FROM reset_token WHERE hash = ?", ResetTokens::token, hash);
  }

  static boolean spend(Transaction transaction, String hash, Instant now, PasswordHash next)
      throws SQLException {
    Optional<AccountId> account =
        find(transaction, hash).filter(token -> token.isValidAt(now)).map(ResetToken::accountId);
    boolean changed =
        account.isPresent()
            && transaction.update(
                    "UPDATE account SET password_hash = ? WHERE id = ? AND disabled = 0",
                    next.value(),
                    account.get().value())
                == 1;
    if (!changed) {
      return false;
    }
    removeAll(transaction, account.get());
    EmailTokens.endChange(transaction, account.get());
    SqliteCalendarLinkRepository.remove(transaction, account.get());
    SqliteSessionRepository.revokeAll(transaction, account.get(), Optional.empty());
    NoticeWrites.add(transaction, AccountNotices.ofNewPassword(account.get(), now));
    AuditWrites.append(transaction, List.of(PasswordEvents.ofReset(account.get(), now)));
    return true;
  }

  static void removeAll(Transaction transaction, AccountId accountId) throws SQLException {
    transaction.update("DELETE FROM reset_token WHERE account_id = ?", accountId.value());
  }

  static int purge(Transaction transaction, Instant now) throws SQLException {
    return transaction.update("DELETE FROM reset_token WHERE expires_at < ?", now);
  }

  private static ResetToken token(Row row) throws SQLException {
    return new ResetToken(
        row.text("hash"),
        new AccountId(row.text("account_id")),
        row.instant("created_at"),
        row.instant("expires_at"));
  }
}
