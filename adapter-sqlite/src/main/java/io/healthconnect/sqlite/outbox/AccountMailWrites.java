package io.healthconnect.sqlite.outbox;

import io.healthconnect.domain.account.Account;
import io.healthconnect.domain.account.AccountId;
import io.healthconnect.domain.outbox.AccountMail;
import io.healthconnect.sqlite.db.Transaction;
import java.sql.SQLException;

/** Asks for mails about access to accounts, as part of a transaction. */
public final class AccountMailWrites {
  private AccountMailWrites() {}

  /** Adds a wish unless nobody sends anything, or one stands for it. */
  public static int ask(Transaction transaction, AccountMail mail) throws SQLException {
    if (!transaction.keepsOutbox()) {
      return 0;
    }
    return transaction.update(
        """
        INSERT INTO account_mail
          (id, kind, email, account_id, asked_at, expires_at, tries, due_at)
        VALUES (?, ?, ?, ?, ?, ?, 0, ?)
        ON CONFLICT (id) DO UPDATE SET asked_at = excluded.asked_at,
          expires_at = excluded.expires_at, tries = 0, due_at = excluded.due_at
        WHERE asked_at <= ?
        """,
        mail.id(),
        mail.kind().code(),
        mail.to().value(),
        mail.account().map(AccountId::value),
        mail.askedAt(),
        mail.expiresAt(),
        mail.askedAt(),
        mail.askedAt().minus(AccountMail.PAUSE));
  }

  /** Removes all of an account that is erased, and what was asked for at its address. */
  public static void removeAll(Transaction transaction, Account account) throws SQLException {
    transaction.update("DELETE FROM account_mail WHERE account_id = ?", account.id().value());
    transaction.update("DELETE FROM account_mail WHERE email = ?", account.email().value());
  }
}
