package io.healthconnect.sqlite.account;

import io.healthconnect.domain.Result;
import io.healthconnect.domain.account.Account;
import io.healthconnect.domain.account.EmailTaken;
import io.healthconnect.domain.account.PasswordHash;
import io.healthconnect.domain.account.RejectionReason;
import io.healthconnect.sqlite.db.Transaction;
import io.healthconnect.sqlite.search.AccountWords;
import java.sql.SQLException;

/** Adds accounts, as part of the transaction that adds their profile. */
public final class NewAccounts {
  private NewAccounts() {}

  /** Returns the account with its first version, unless its e-mail address is taken. */
  public static Result<Account, EmailTaken> add(
      Transaction transaction, Account account, PasswordHash passwordHash) throws SQLException {
    if (transaction.any("SELECT 1 FROM account WHERE email = ?", account.email().value())) {
      return Result.failure(new EmailTaken());
    }
    transaction.update(
        """
        INSERT INTO account (id, role, name, email, password_hash, avatar, created_at,
          sessions_valid_from, approval, disabled, rejection_reason, version)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 1)
        """,
        account.id().value(),
        account.role().code(),
        account.name().value(),
        account.email().value(),
        passwordHash.value(),
        account.avatar().map(avatar -> avatar.value()),
        account.createdAt(),
        account.sessionsValidFrom(),
        account.standing().approval().code(),
        account.standing().disabled(),
        account.standing().rejection().map(RejectionReason::value));
    AccountWords.refresh(transaction, account.id(), account.name(), account.email());
    return Result.success(account.withVersion(1));
  }
}
