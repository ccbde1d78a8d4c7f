package io.healthconnect.sqlite.account;

import io.healthconnect.domain.MissingException;
import io.healthconnect.domain.StaleVersionException;
import io.healthconnect.domain.account.Account;
import io.healthconnect.domain.account.AccountId;
import io.healthconnect.domain.account.AccountRepository;
import io.healthconnect.domain.account.Credentials;
import io.healthconnect.domain.account.Email;
import io.healthconnect.domain.account.PasswordHash;
import io.healthconnect.domain.account.ResetToken;
import io.healthconnect.domain.account.Role;
import io.healthconnect.domain.account.SecondFactor;
import io.healthconnect.domain.account.SecondFactorProof;
import io.healthconnect.domain.account.SessionId;
import io.healthconnect.domain.account.TotpSecret;
import io.healthconnect.domain.audit.AuditEvent;
import io.healthconnect.domain.audit.PasswordEvents;
import io.healthconnect.domain.change.Change;
import io.healthconnect.domain.doctor.DoctorId;
import io.healthconnect.domain.media.ImagePurpose;
import io.healthconnect.domain.media.MediaId;
import io.healthconnect.domain.notice.AccountNotices;
import io.healthconnect.sqlite.audit.AuditWrites;
import io.healthconnect.sqlite.calendar.SqliteCalendarLinkRepository;
import io.healthconnect.sqlite.db.Database;
import io.healthconnect.sqlite.db.Sql;
import io.healthconnect.sqlite.db.Transaction;
import io.healthconnect.sqlite.media.ShownImages;
import io.healthconnect.sqlite.notice.NoticeWrites;
import io.healthconnect.sqlite.search.AccountWords;
import io.healthconnect.sqlite.search.DoctorWords;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Accounts in SQLite. */
public final class SqliteAccountRepository implements AccountRepository {
  private static final String BY_ID = "SELECT * FROM account WHERE id = ?";
  private final Database database;

  public SqliteAccountRepository(Database database) {
    this.database = database;
  }

  @Override
  public Optional<Account> find(AccountId id) {
    return database.readOnce(sql -> sql.one(BY_ID, AccountRows::account, id.value()));
  }

  @Override
  public Optional<Account> findByEmail(Email email) {
    return database.read(
        sql ->
            sql.one("SELECT * FROM account WHERE email = ?", AccountRows::account, email.value()));
  }

  @Override
  public Map<AccountId, Account> findAll(Collection<AccountId> ids) {
    if (ids.isEmpty()) {
      return Map.of();
    }
    String wanted = Sql.array(ids.stream().map(AccountId::value).toList());
    return database.readOnce(
        sql ->
            sql
                .list(
                    "SELECT * FROM account WHERE id IN (SELECT value FROM json_each(?))",
                    AccountRows::account,
                    wanted)
                .stream()
                .collect(Collectors.toUnmodifiableMap(Account::id, Function.identity())));
  }

  @Override
  public Account save(Account account) {
    return database.write(
        transaction -> {
          Optional<MediaId> former =
              transaction
                  .one(BY_ID, AccountRows::account, account.id().value())
                  .flatMap(Account::avatar);
          update(transaction, account);
          show(transaction, account, former);
          Account saved =
              transaction
                  .one(BY_ID, AccountRows::account, account.id().value())
                  .orElseThrow(() -> new MissingException("account"));
          AccountWords.refresh(transaction, saved.id(), saved.name(), saved.email());
          if (saved.role() == Role.DOCTOR) {
            DoctorWords.rename(transaction, saved.id(), saved.name());
            transaction.publish(new Change.DoctorChanged(new DoctorId(saved.id())));
          }
          return saved;
        });
  }

  private static void show(Transaction transaction, Account account, Optional<MediaId> former)
      throws SQLException {
    Optional<MediaId> avatar = account.avatar();
    if (avatar.equals(former)) {
      return;
    }
    if (avatar.isPresent()) {
      ShownImages.attach(
          transaction, avatar.get(), account.id(), ImagePurpose.AVATAR, Optional.empty());
    }
    if (former.isPresent()) {
      ShownImages.discard(transaction, former.get());
    }
  }

  private static void update(Transaction transaction, Account account) throws SQLException {
    int changed =
        transaction.update(
            """
            UPDATE account SET name = ?, avatar = ?, sessions_valid_from = ?,
              version = version + 1
            WHERE id = ? AND version = ? AND erased_at IS NULL
            """,
            account.name().value(),
            account.avatar().map(MediaId::value),
            account.sessionsValidFrom(),
            account.id().value(),
            account.version());
    if (changed == 0) {
      throw new StaleVersionException("account");
    }
  }

  @Override
  public Optional<Credentials> credentials(AccountId id) {
    return database.read(
        sql ->
            sql.one(
                "SELECT id, password_hash FROM account WHERE id = ? AND erased_at IS NULL",
                AccountRows::credentials,
                id.value()));
  }

  @Override
  public Optional<Credentials> credentials(Email email) {
    return database.read(
        sql ->
            sql.one(
                "SELECT id, password_hash FROM account WHERE email = ?",
                AccountRows::credentials,
                email.value()));
  }

  @Override
  public boolean renewHash(Credentials checked, PasswordHash renewed) {
    return database.write(transaction -> replaceHash(transaction, checked, renewed));
  }

  @Override
  public boolean changePassword(
      Credentials checked, PasswordHash next, SessionId keep, Instant now) {
    return database.write(
        transaction -> {
          boolean changed = replaceHash(transaction, checked, next);
          if (changed) {
            EmailTokens.endChange(transaction, checked.accountId());
            ResetTokens.removeAll(transaction, checked.accountId());
            SqliteCalendarLinkRepository.remove(transaction, checked.accountId());
            SqliteSessionRepository.revokeAll(transaction, checked.accountId(), Optional.of(keep));
            NoticeWrites.add(transaction, AccountNotices.ofNewPassword(checked.accountId(), now));
            AuditWrites.append(
                transaction, List.of(PasswordEvents.ofChange(checked.accountId(), keep, now)));
          }
          return changed;
        });
  }

  @Override
  public void addResetToken(ResetToken token) {
    database.write(transaction -> ResetTokens.add(transaction, token));
  }

  @Override
  public Optional<ResetToken> findResetToken(String hash) {
    return database.read(sql -> ResetTokens.find(sql, hash));
  }

  @Override
  public boolean resetPassword(String hash, Instant now, PasswordHash next) {
    return database.write(transaction -> ResetTokens.spend(transaction, hash, now, next));
  }

  @Override
  public int purgeResetTokens(Instant now) {
    return database.write(transaction -> ResetTokens.purge(transaction, now));
  }

  @Override
  public Optional<SecondFactor> findSecondFactor(AccountId id) {
    return database.read(sql -> SecondFactors.find(sql, id));
  }

  @Override
  public boolean beginSecondFactor(AccountId id, TotpSecret secret) {
    return database.write(transaction -> SecondFactors.begin(transaction, id, secret));
  }

  @Override
  public boolean turnOnSecondFactor(
      AccountId id,
      SecondFactorProof.TimeStep first,
      Set<String> recoveryHashes,
      SessionId keep,
      AuditEvent event) {
    return database.write(
        transaction -> {
          boolean on = SecondFactors.turnOn(transaction, id, first, recoveryHashes);
          if (on) {
            SqliteSessionRepository.revokeAll(transaction, id, Optional.of(keep));
            AuditWrites.append(transaction, List.of(event));
          }
          return on;
        });
  }

  @Override
  public boolean removeSecondFactor(Credentials checked, AuditEvent event) {
    return database.write(
        transaction -> {
          boolean current = isCurrent(transaction, checked);
          if (current) {
            boolean on =
                SecondFactors.find(transaction, checked.accountId())
                    .filter(SecondFactor::on)
                    .isPresent();
            SecondFactors.remove(transaction, checked.accountId());
            AuditWrites.append(transaction, on ? List.of(event) : List.of());
          }
          return current;
        });
  }

  private static boolean isCurrent(Sql sql, Credentials checked) throws SQLException {
    return sql.any(
        "SELECT 1 FROM account WHERE id = ? AND password_hash = ?",
        checked.accountId().value(),
        checked.passwordHash().value());
  }

  private static boolean replaceHash(
      Transaction transaction, Credentials checked, PasswordHash next) throws SQLException {
    return transaction.update(
            "UPDATE account SET password_hash = ? WHERE id = ? AND password_hash = ?",
            next.value(),
            checked.accountId().value(),
            checked.passwordHash().value())
        == 1;
  }
}
