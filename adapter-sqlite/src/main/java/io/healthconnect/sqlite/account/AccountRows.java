package io.healthconnect.sqlite.account;

import io.healthconnect.domain.account.Account;
import io.healthconnect.domain.account.AccountId;
import io.healthconnect.domain.account.Approval;
import io.healthconnect.domain.account.ClientSoftware;
import io.healthconnect.domain.account.Credentials;
import io.healthconnect.domain.account.Email;
import io.healthconnect.domain.account.EmailStatus;
import io.healthconnect.domain.account.PasswordHash;
import io.healthconnect.domain.account.PersonName;
import io.healthconnect.domain.account.RejectionReason;
import io.healthconnect.domain.account.Role;
import io.healthconnect.domain.account.Session;
import io.healthconnect.domain.account.SessionId;
import io.healthconnect.domain.account.Standing;
import io.healthconnect.domain.media.MediaId;
import io.healthconnect.sqlite.db.Row;
import java.sql.SQLException;
import java.time.Instant;

/** Reads accounts and sessions from rows. */
final class AccountRows {
  private AccountRows() {}

  static Account account(Row row) throws SQLException {
    return new Account(
        new AccountId(row.text("id")),
        Role.parse(row.text("role")),
        PersonName.restore(row.text("name")),
        new Email(row.text("email")),
        row.optionalText("avatar").map(MediaId::new),
        row.instant("created_at"),
        row.instant("sessions_valid_from"),
        new Standing(
            Approval.parse(row.text("approval")),
            row.flag("disabled"),
            row.optionalInstant("erased_at").isPresent(),
            row.optionalText("rejection_reason").map(RejectionReason::new)),
        row.flag("second_factor"),
        new EmailStatus(
            row.flag("email_confirmed"), row.optionalText("pending_email").map(Email::new)),
        row.number("version"));
  }

  static Credentials credentials(Row row) throws SQLException {
    return new Credentials(
        new AccountId(row.text("id")), new PasswordHash(row.text("password_hash")));
  }

  static Session session(Row row) throws SQLException {
    Instant createdAt = row.instant("created_at");
    return new Session(
        new SessionId(row.text("id")),
        new AccountId(row.text("account_id")),
        createdAt,
        row.instant("expires_at"),
        new ClientSoftware(row.optionalText("browser"), row.optionalText("system")),
        row.optionalInstant("last_seen_at").orElse(createdAt));
  }
}
