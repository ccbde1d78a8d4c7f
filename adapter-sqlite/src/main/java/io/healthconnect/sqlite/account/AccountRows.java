package io.healthconnect.sqlite.account;

import io.healthconnect.domain.account.Account;
import io.healthconnect.domain.account.AccountId;
import io.healthconnect.domain.account.Email;
import io.healthconnect.domain.account.MediaId;
import io.healthconnect.domain.account.PasswordHash;
import io.healthconnect.domain.account.PersonName;
import io.healthconnect.domain.account.Role;
import io.healthconnect.domain.account.Session;
import io.healthconnect.domain.account.SessionId;
import io.healthconnect.sqlite.db.Row;
import java.sql.SQLException;

/** Accounts and sessions from rows. */
final class AccountRows {
  private AccountRows() {}

  static Account account(Row row) throws SQLException {
    return new Account(
        new AccountId(row.text("id")),
        Role.parse(row.text("role")),
        new PersonName(row.text("name")),
        new Email(row.text("email")),
        new PasswordHash(row.text("password_hash")),
        row.optionalText("avatar").map(MediaId::new),
        row.instant("created_at"),
        row.instant("sessions_valid_from"),
        row.number("version"));
  }

  static Session session(Row row) throws SQLException {
    return new Session(
        new SessionId(row.text("id")),
        new AccountId(row.text("account_id")),
        row.instant("created_at"),
        row.instant("expires_at"));
  }
}
