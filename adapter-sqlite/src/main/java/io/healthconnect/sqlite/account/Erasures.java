package io.healthconnect.sqlite.account;

import io.healthconnect.domain.Result;
import io.healthconnect.domain.account.Account;
import io.healthconnect.domain.account.AccountId;
import io.healthconnect.domain.account.Credentials;
import io.healthconnect.domain.account.Erasure;
import io.healthconnect.domain.account.Erasure.Refusal;
import io.healthconnect.domain.account.Role;
import io.healthconnect.domain.change.Change;
import io.healthconnect.domain.doctor.DoctorId;
import io.healthconnect.sqlite.appointment.HoldRows;
import io.healthconnect.sqlite.appointment.SqliteRunningLate;
import io.healthconnect.sqlite.audit.AuditWrites;
import io.healthconnect.sqlite.calendar.SqliteCalendarLinkRepository;
import io.healthconnect.sqlite.db.Sql;
import io.healthconnect.sqlite.db.Transaction;
import io.healthconnect.sqlite.media.ShownImages;
import io.healthconnect.sqlite.notice.NoticeWrites;
import io.healthconnect.sqlite.outbox.AccountMailWrites;
import io.healthconnect.sqlite.search.AccountWords;
import io.healthconnect.sqlite.search.DoctorWords;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Erases accounts, as part of a transaction. */
final class Erasures {
  static final String UNFINISHED =
      """
      SELECT id FROM account WHERE erasing = 1 AND erased_at < ? ORDER BY erased_at, id LIMIT ?
      """;
  static final String RETAINED =
      """
      SELECT id FROM account
      WHERE erased_at IS NOT NULL AND retention_ended = 0 AND erased_at < ?
      ORDER BY erased_at, id LIMIT ?
      """;

  private Erasures() {}

  static Result<Account, Refusal> run(Transaction transaction, Erasure erasure)
      throws SQLException {
    String id = erasure.id().value();
    Optional<Account> stored =
        transaction.one(
            "SELECT * FROM account WHERE id = ? AND erased_at IS NULL", AccountRows::account, id);
    if (stored.isEmpty()) {
      return Result.failure(Refusal.UNKNOWN_ACCOUNT);
    }
    Optional<Credentials> current =
        transaction.one("SELECT * FROM account WHERE id = ?", AccountRows::credentials, id);
    if (!erasure.isConfirmedBy(current)) {
      return Result.failure(Refusal.PASSWORD_CHANGED);
    }
    Account account = stored.get();
    boolean last =
        account.role() == Role.ADMIN
            && !SqliteAccountAdministration.hasOtherAdmin(transaction, account.id());
    return last
        ? Result.failure(Refusal.LAST_ADMIN)
        : Result.success(erase(transaction, account, erasure));
  }

  private static Account erase(Transaction transaction, Account account, Erasure erasure)
      throws SQLException {
    AuditWrites.append(transaction, List.of(erasure.event()));
    ResetTokens.removeAll(transaction, account.id());
    EmailTokens.removeAll(transaction, account.id());
    AccountMailWrites.removeAll(transaction, account);
    SecondFactors.remove(transaction, account.id());
    NoticeWrites.removeAll(transaction, account.id());
    SqlitePreferenceRepository.remove(transaction, account.id());
    SqliteCalendarLinkRepository.remove(transaction, account.id());
    SqliteSessionRepository.revokeAll(transaction, account.id(), Optional.empty());
    Account erased = account.erased().withVersion(account.version() + 1);
    if (account.role() == Role.DOCTOR) {
      eraseDoctor(transaction, account);
    } else if (account.role() == Role.PATIENT) {
      erasePatient(transaction, account.id());
    }
    transaction.update(
        """
        UPDATE account SET name = ?, email = ?, password_hash = '', avatar = NULL, disabled = 1,
          rejection_reason = NULL, email_confirmed = 0, pending_email = NULL,
          erased_at = ?, erasing = 1, version = version + 1
        WHERE id = ?
        """,
        erased.name().value(),
        erased.email().value(),
        erasure.at(),
        erased.id().value());
    AccountWords.remove(transaction, erased.id());
    ShownImages.discardOf(transaction, erased.id());
    return erased;
  }

  private static void eraseDoctor(Transaction transaction, Account account) throws SQLException {
    String id = account.id().value();
    if (account.standing().visibility().isListed()) {
      DoctorWords.recount(transaction, id, false);
    }
    DoctorWords.remove(transaction, id);
    SqliteRunningLate.remove(transaction, new DoctorId(account.id()));
    transaction.update("DELETE FROM doctor_window WHERE doctor_id = ?", id);
    transaction.update("DELETE FROM doctor_override_window WHERE doctor_id = ?", id);
    transaction.update("DELETE FROM doctor_override WHERE doctor_id = ?", id);
    transaction.update("DELETE FROM doctor_of_language WHERE id = ?", id);
    transaction.update("DELETE FROM evidence_document WHERE doctor_id = ?", id);
    transaction.update("DELETE FROM evidence WHERE doctor_id = ?", id);
    transaction.update(
        """
        UPDATE doctor SET experience = 0, qualification = '', about = '', contact_number = NULL,
          languages = '', name_folded = '', listed = 0, verified = 0, version = version + 1
        WHERE id = ?
        """,
        id);
    transaction.publish(new Change.DoctorChanged(new DoctorId(account.id())));
  }

  private static void erasePatient(Transaction transaction, AccountId id) throws SQLException {
    HoldRows.remove(transaction, id);
    transaction.update("DELETE FROM emergency_contact WHERE patient_id = ?", id.value());
    transaction.update(
        """
        UPDATE patient SET date_of_birth = NULL, gender = NULL, blood_group = NULL,
          allergies = NULL, contact_number = NULL, version = version + 1
        WHERE id = ?
        """,
        id.value());
  }

  static List<AccountId> unfinished(Sql sql, Instant before, int limit) throws SQLException {
    return sql.list(UNFINISHED, row -> new AccountId(row.text("id")), before, limit);
  }

  static int finish(Transaction transaction, AccountId id) throws SQLException {
    return transaction.update("UPDATE account SET erasing = 0 WHERE id = ?", id.value());
  }

  static List<AccountId> retained(Sql sql, Instant erasedBefore, int limit) throws SQLException {
    return sql.list(RETAINED, row -> new AccountId(row.text("id")), erasedBefore, limit);
  }

  static int endRetention(Transaction transaction, AccountId id) throws SQLException {
    return transaction.update(
        "UPDATE account SET retention_ended = 1 WHERE id = ? AND erased_at IS NOT NULL",
        id.value());
  }
}
