package io.healthconnect.sqlite.notice;

import io.healthconnect.domain.Cursor;
import io.healthconnect.domain.Page;
import io.healthconnect.domain.PageRequest;
import io.healthconnect.domain.account.AccountId;
import io.healthconnect.domain.account.Role;
import io.healthconnect.domain.appointment.AppointmentId;
import io.healthconnect.domain.notice.Notice;
import io.healthconnect.domain.notice.NoticeKind;
import io.healthconnect.domain.notice.NoticeRepository;
import io.healthconnect.domain.notice.NoticeSettings;
import io.healthconnect.sqlite.db.Cursors;
import io.healthconnect.sqlite.db.Database;
import io.healthconnect.sqlite.db.Row;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** Notices in SQLite. */
public final class SqliteNoticeRepository implements NoticeRepository {
  private final Database database;

  public SqliteNoticeRepository(Database database) {
    this.database = database;
  }

  @Override
  public Page<Notice> list(AccountId account, PageRequest page) {
    return database.read(
        sql ->
            Page.of(
                sql.page(
                    "SELECT * FROM notice WHERE account_id = ? AND seq < ?"
                        + " AND from_id IS NOT account_id ORDER BY seq DESC LIMIT ?",
                    SqliteNoticeRepository::notice,
                    page.limit() + 1,
                    account.value(),
                    Cursors.number(page, true)),
                page,
                notice -> new Cursor(Long.toString(notice.seq()), "-")));
  }

  private static Notice notice(Row row) throws SQLException {
    return new Notice(
        new AccountId(row.text("account_id")),
        row.number("seq"),
        NoticeKind.restore(row.text("kind")),
        row.instant("at"),
        row.optionalInstant("read_at"),
        row.optionalText("appointment_id").map(AppointmentId::new),
        row.optionalText("from_id").map(AccountId::new));
  }

  @Override
  public int unread(AccountId account) {
    return database.read(
        sql ->
            sql.one(
                    "SELECT count(*) AS unread FROM notice"
                        + " WHERE account_id = ? AND read_at IS NULL",
                    row -> row.smallNumber("unread"),
                    account.value())
                .orElse(0));
  }

  @Override
  public boolean isRead(AccountId account, long seq) {
    return database.read(
        sql ->
            sql.any(
                "SELECT 1 FROM notice WHERE account_id = ? AND seq = ? AND read_at IS NOT NULL",
                account.value(),
                seq));
  }

  @Override
  public int markRead(AccountId account, long upTo, Instant at) {
    return database.write(
        transaction ->
            transaction.update(
                "UPDATE notice SET read_at = ?"
                    + " WHERE account_id = ? AND read_at IS NULL AND seq <= ?",
                at,
                account.value(),
                upTo));
  }

  @Override
  public Optional<NoticeSettings> settings(AccountId account) {
    return database.read(sql -> SettingsRows.find(sql, account));
  }

  @Override
  public NoticeSettings changeSettings(
      AccountId account, Role role, UnaryOperator<NoticeSettings> change, Instant now) {
    return database.write(
        transaction -> {
          NoticeSettings before = SettingsRows.of(transaction, account, role);
          NoticeSettings after = change.apply(before);
          if (transaction.any(
              "SELECT 1 FROM account WHERE id = ? AND erased_at IS NULL", account.value())) {
            SettingsRows.save(transaction, account, after);
            if (!after.reminderMinutes().equals(before.reminderMinutes())) {
              ReminderWrites.replaceAll(transaction, account, role, after, now);
            }
          }
          return after;
        });
  }

  @Override
  public int remind(Instant now, int most) {
    List<ReminderWrites.Due> found = database.read(sql -> ReminderWrites.due(sql, now, most));
    return found.isEmpty()
        ? 0
        : database.write(
            transaction -> {
              int taken = 0;
              for (ReminderWrites.Due due : found) {
                taken += ReminderWrites.remind(transaction, due, now);
              }
              return taken;
            });
  }
}
