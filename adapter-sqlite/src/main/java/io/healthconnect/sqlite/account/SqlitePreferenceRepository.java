package io.healthconnect.sqlite.account;

import io.healthconnect.domain.account.AccountId;
import io.healthconnect.domain.account.Language;
import io.healthconnect.domain.account.PreferenceRepository;
import io.healthconnect.domain.account.Preferences;
import io.healthconnect.sqlite.db.Database;
import io.healthconnect.sqlite.db.Row;
import io.healthconnect.sqlite.db.Transaction;
import java.sql.SQLException;
import java.time.ZoneId;
import java.util.Optional;

/** Preferences in SQLite. */
public final class SqlitePreferenceRepository implements PreferenceRepository {
  private final Database database;

  public SqlitePreferenceRepository(Database database) {
    this.database = database;
  }

  @Override
  public Optional<Preferences> find(AccountId account) {
    return database.read(
        sql ->
            sql.one(
                "SELECT * FROM preference WHERE account_id = ?",
                SqlitePreferenceRepository::preferences,
                account.value()));
  }

  private static Preferences preferences(Row row) throws SQLException {
    return new Preferences(Language.parse(row.text("language")), ZoneId.of(row.text("time_zone")));
  }

  @Override
  public boolean save(AccountId account, Preferences preferences) {
    return database.write(
            transaction ->
                transaction.update(
                    """
                    INSERT INTO preference (account_id, language, time_zone)
                    SELECT id, ?, ? FROM account WHERE id = ? AND erased_at IS NULL
                    ON CONFLICT (account_id) DO UPDATE
                      SET language = excluded.language, time_zone = excluded.time_zone
                    """,
                    preferences.language().code(),
                    preferences.timeZone().getId(),
                    account.value()))
        == 1;
  }

  static void remove(Transaction transaction, AccountId account) throws SQLException {
    transaction.update("DELETE FROM preference WHERE account_id = ?", account.value());
  }
}
