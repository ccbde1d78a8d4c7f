package io.healthconnect.sqlite.account;

import io.healthconnect.domain.Page;
import io.healthconnect.domain.Result;
import io.healthconnect.domain.account.Account;
import io.healthconnect.domain.account.AccountAdministration;
import io.healthconnect.domain.account.AccountId;
import io.healthconnect.domain.account.AccountSearch;
import io.healthconnect.domain.account.Decision;
import io.healthconnect.domain.account.EmailTaken;
import io.healthconnect.domain.account.Erasure;
import io.healthconnect.domain.account.PasswordHash;
import io.healthconnect.domain.account.RejectionReason;
import io.healthconnect.domain.account.Role;
import io.healthconnect.domain.account.Visibility;
import io.healthconnect.domain.audit.AuditEvent;
import io.healthconnect.domain.change.Change;
import io.healthconnect.domain.doctor.DoctorId;
import io.healthconnect.sqlite.appointment.PatientsOfDisabled;
import io.healthconnect.sqlite.audit.AuditWrites;
import io.healthconnect.sqlite.db.Database;
import io.healthconnect.sqlite.db.Transaction;
import io.healthconnect.sqlite.search.DoctorWords;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** The administration of accounts in SQLite. */
public final class SqliteAccountAdministration implements AccountAdministration {
  private final Database database;

  public SqliteAccountAdministration(Database database) {
    this.database = database;
  }

  @Override
  public Result<Account, EmailTaken> addAdmin(
      Account account, PasswordHash passwordHash, AuditEvent event) {
    return database.write(
        transaction -> {
          Result<Account, EmailTaken> added = NewAccounts.add(transaction, account, passwordHash);
          if (added instanceof Result.Success) {
            AuditWrites.append(transaction, List.of(event));
          }
          return added;
        });
  }

  @Override
  public Page<Account> search(AccountSearch search) {
    return database.read(sql -> AccountSearches.search(sql, search));
  }

  @Override
  public Result<Account, Decision.Refusal> decide(
      AccountId id, Decision decision, AuditEvent event) {
    return change(id, decision::applyTo, event);
  }

  @Override
  public Result<Account, Decision.Refusal> reject(
      AccountId id, RejectionReason reason, AuditEvent event) {
    return change(id, account -> Decision.reject(account, reason), event);
  }

  private Result<Account, Decision.Refusal> change(
      AccountId id,
      Function<Account, Result<Account, Decision.Refusal>> decision,
      AuditEvent event) {
    return database.write(
        transaction -> {
          Optional<Account> stored =
              transaction.one(
                  "SELECT * FROM account WHERE id = ?", AccountRows::account, id.value());
          if (stored.isEmpty()) {
            return Result.failure(Decision.Refusal.UNKNOWN_ACCOUNT);
          }
          Result<Account, Decision.Refusal> next = decision.apply(stored.get());
          return next instanceof Result.Success<Account, Decision.Refusal> decided
              ? store(transaction, stored.get(), decided.value(), event)
              : next;
        });
  }

  private static Result<Account, Decision.Refusal> store(
      Transaction transaction, Account before, Account after, AuditEvent event)
      throws SQLException {
    if (after.standing().equals(before.standing())) {
      return Result.success(before);
    }
    if (after.standing().disabled()) {
      if (after.role() == Role.ADMIN && !hasOtherAdmin(transaction, after.id())) {
        return Result.failure(Decision.Refusal.LAST_ADMIN);
      }
      ResetTokens.removeAll(transaction, after.id());
      SqliteSessionRepository.revokeAll(transaction, after.id(), Optional.empty());
    }
    AuditWrites.append(transaction, List.of(event));
    transaction.update(
        """
        UPDATE account SET approval = ?, disabled = ?, rejection_reason = ?, version = version + 1
        WHERE id = ?
        """,
        after.standing().approval().code(),
        after.standing().disabled(),
        after.standing().rejection().map(RejectionReason::value),
        after.id().value());
    if (after.role() == Role.DOCTOR) {
      show(transaction, before, after);
      if (after.standing().disabled() && !before.standing().disabled()) {
        PatientsOfDisabled.tell(transaction, new DoctorId(after.id()), event.at());
      }
    }
    return Result.success(after.withVersion(before.version() + 1));
  }

  @Override
  public Optional<Account> removeSecondFactor(AccountId id, AuditEvent event) {
    return database.write(
        transaction -> {
          Optional<Account> stored =
              transaction.one(
                  "SELECT * FROM account WHERE id = ? AND erased_at IS NULL",
                  AccountRows::account,
                  id.value());
          if (stored.filter(Account::secondFactor).isPresent()) {
            AuditWrites.append(transaction, List.of(event));
            SecondFactors.remove(transaction, id);
            SqliteSessionRepository.revokeAll(transaction, id, Optional.empty());
          }
          return stored.map(account -> account.withSecondFactor(false));
        });
  }

  @Override
  public Result<Account, Erasure.Refusal> erase(Erasure erasure) {
    return database.write(transaction -> Erasures.run(transaction, erasure));
  }

  @Override
  public List<AccountId> unfinishedErasures(Instant before, int limit) {
    return database.read(sql -> Erasures.unfinished(sql, before, limit));
  }

  @Override
  public void finishErasure(AccountId id) {
    database.write(transaction -> Erasures.finish(transaction, id));
  }

  @Override
  public List<AccountId> retained(Instant erasedBefore, int limit) {
    return database.read(sql -> Erasures.retained(sql, erasedBefore, limit));
  }

  @Override
  public void endRetention(AccountId id) {
    database.write(transaction -> Erasures.endRetention(transaction, id));
  }

  static boolean hasOtherAdmin(Transaction transaction, AccountId id) throws SQLException {
    return transaction.any(
        "SELECT 1 FROM account WHERE role = 'admin' AND disabled = 0 AND id <> ? LIMIT 1",
        id.value());
  }

  private static void show(Transaction transaction, Account before, Account after)
      throws SQLException {
    Visibility former = before.standing().visibility();
    Visibility now = after.standing().visibility();
    if (now == former) {
      return;
    }
    transaction.update(
        "UPDATE doctor SET listed = ?, verified = ? WHERE id = ?",
        now.isListed(),
        now == Visibility.VERIFIED,
        after.id().value());
    if (now.isListed() != former.isListed()) {
      DoctorWords.recount(transaction, after.id().value(), now.isListed());
    }
    transaction.publish(new Change.DoctorChanged(new DoctorId(after.id())));
  }
}
