package io.healthconnect.sqlite.account;

import io.healthconnect.domain.StaleVersionException;
import io.healthconnect.domain.account.Account;
import io.healthconnect.domain.account.AccountId;
import io.healthconnect.domain.account.AccountRepository;
import io.healthconnect.domain.account.Email;
import io.healthconnect.domain.account.MediaId;
import io.healthconnect.domain.account.Role;
import io.healthconnect.sqlite.db.Database;
import io.healthconnect.sqlite.db.Sql;
import io.healthconnect.sqlite.db.Step;
import io.healthconnect.sqlite.media.ShownImages;
import io.healthconnect.sqlite.search.DoctorWords;
import java.sql.SQLException;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
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
    return database.read(sql -> sql.one(BY_ID, AccountRows::account, id.value()));
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
    return database.read(
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
        step -> {
          Optional<MediaId> former =
              step.one(BY_ID, AccountRows::account, account.id().value()).flatMap(Account::avatar);
          update(step, account);
          show(step, account, former);
          Account saved = step.one(BY_ID, AccountRows::account, account.id().value()).orElseThrow();
          if (saved.role() == Role.DOCTOR) {
            DoctorWords.rename(step, saved.id(), saved.name());
          }
          return saved;
        });
  }

  private static void show(Step step, Account account, Optional<MediaId> former)
      throws SQLException {
    Optional<MediaId> avatar = account.avatar();
    if (avatar.equals(former)) {
      return;
    }
    if (avatar.isPresent()) {
      ShownImages.attach(step, avatar.get(), account.id(), Optional.empty());
    }
    if (former.isPresent()) {
      ShownImages.discard(step, former.get());
    }
  }

  private static void update(Step step, Account account) throws SQLException {
    int changed =
        step.update(
            """
            UPDATE account SET name = ?, password_hash = ?, avatar = ?, sessions_valid_from = ?,
              version = version + 1
            WHERE id = ? AND version = ?
            """,
            account.name().value(),
            account.passwordHash().value(),
            account.avatar().map(avatar -> avatar.value()),
            account.sessionsValidFrom(),
            account.id().value(),
            account.version());
    if (changed == 0) {
      throw new StaleVersionException("account");
    }
  }
}
