package io.healthconnect.sqlite.account;

import io.healthconnect.domain.Result;
import io.healthconnect.domain.account.Account;
import io.healthconnect.domain.account.EmailTaken;
import io.healthconnect.sqlite.db.Step;
import java.sql.SQLException;

/** Stores new accounts, as a part of the step that stores their profile. */
public final class NewAccounts {
  private NewAccounts() {}

  /** The account with its first version, unless its e-mail is taken. */
  public static Result<Account, EmailTaken> add(Step step, Account account) throws SQLException {
    if (step.any("SELECT 1 FROM account WHERE email = ?", account.email().value())) {
      return Result.failure(new EmailTaken());
    }
    step.update(
        """
        INSERT INTO account (id, role, name, email, password_hash, avatar, created_at,
          sessions_valid_from, version)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, 1)
        """,
        account.id().value(),
        account.role().code(),
        account.name().value(),
        account.email().value(),
        account.passwordHash().value(),
        account.avatar().map(avatar -> avatar.value()),
        account.createdAt(),
        account.sessionsValidFrom());
    return Result.success(
        new Account(
            account.id(),
            account.role(),
            account.name(),
            account.email(),
            account.passwordHash(),
            account.avatar(),
            account.createdAt(),
            account.sessionsValidFrom(),
            1));
  }
}
