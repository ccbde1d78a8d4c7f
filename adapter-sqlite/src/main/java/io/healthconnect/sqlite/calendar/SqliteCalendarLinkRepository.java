package io.healthconnect.sqlite.calendar;

import io.healthconnect.domain.account.AccountId;
import io.healthconnect.domain.calendar.CalendarLink;
import io.healthconnect.domain.calendar.CalendarLinkRepository;
import io.healthconnect.sqlite.db.Database;
import io.healthconnect.sqlite.db.Row;
import io.healthconnect.sqlite.db.Transaction;
import java.sql.SQLException;
import java.util.Optional;

/** Calendar links in SQLite. */
public final class SqliteCalendarLinkRepository implements CalendarLinkRepository {
  private final Database database;

  public SqliteCalendarLinkRepository(Database database) {
    this.database = database;
  }

  @Override
  public Optional<CalendarLink> find(AccountId account) {
    return database.read(
        sql ->
            sql.one(
                "SELECT * FROM calendar_link WHERE account_id = ?",
                SqliteCalendarLinkRepository::link,
                account.value()));
  }

  @Override
  public Optional<CalendarLink> findByHash(String hash) {
    return database.read(
        sql ->
            sql.one(
                "SELECT * FROM calendar_link WHERE hash = ?",
                SqliteCalendarLinkRepository::link,
                hash));
  }

  private static CalendarLink link(Row row) throws SQLException {
    return new CalendarLink(
        new AccountId(row.text("account_id")), row.text("hash"), row.instant("created_at"));
  }

  @Override
  public boolean replace(CalendarLink link) {
    return database.write(
            transaction ->
                transaction.update(
                    """
                    INSERT INTO calendar_link (account_id, hash, created_at)
                    SELECT id, ?, ? FROM account WHERE id = ? AND erased_at IS NULL
                    ON CONFLICT (account_id) DO UPDATE
                      SET hash = excluded.hash, created_at = excluded.created_at
                    """,
                    link.hash(),
                    link.createdAt(),
                    link.account().value()))
        == 1;
  }

  /** Removes the link of an account that is erased or has a new password. */
  public static void remove(Transaction transaction, AccountId account) throws SQLException {
    transaction.update("DELETE FROM calendar_link WHERE account_id = ?", account.value());
  }
}
