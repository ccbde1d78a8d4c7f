package io.healthconnect.sqlite.outbox;

import io.healthconnect.domain.account.AccountId;
import io.healthconnect.domain.appointment.AppointmentId;
import io.healthconnect.domain.notice.Notice;
import io.healthconnect.domain.notice.NoticeKind;
import io.healthconnect.domain.outbox.Outbox;
import io.healthconnect.domain.outbox.OutboxEntry;
import io.healthconnect.domain.outbox.OutboxState;
import io.healthconnect.domain.push.PushSubscriptionId;
import io.healthconnect.sqlite.db.Database;
import io.healthconnect.sqlite.db.Row;
import io.healthconnect.sqlite.db.Transaction;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;

/** The outboxes in SQLite, which share a table. */
public final class SqliteOutbox implements Outbox {
  /** No other try of the entry has begun. */
  private static final String HELD = " WHERE id = ? AND tries = ? AND due_at IS NOT NULL";

  private final Database database;
  private final String channel;

  private SqliteOutbox(Database database, String channel) {
    this.database = database;
    this.channel = channel;
  }

  public static SqliteOutbox ofMails(Database database) {
    return new SqliteOutbox(database, "mail");
  }

  public static SqliteOutbox ofPushes(Database database) {
    return new SqliteOutbox(database, "push");
  }

  /** Looks first: nothing is written while nothing is due. */
  @Override
  public Optional<OutboxEntry> take(Instant now, Instant until) {
    boolean due =
        database.read(
            sql ->
                sql.any(
                    "SELECT 1 FROM outbox WHERE channel = ? AND due_at <= ? ORDER BY due_at LIMIT"
                        + " 1",
                    channel,
                    now));
    return due ? database.write(transaction -> take(transaction, now, until)) : Optional.empty();
  }

  private Optional<OutboxEntry> take(Transaction transaction, Instant now, Instant until)
      throws SQLException {
    Optional<String> next =
        transaction.one(
            "SELECT id FROM outbox WHERE channel = ? AND due_at <= ? ORDER BY due_at, id LIMIT 1",
            row -> row.text("id"),
            channel,
            now);
    if (next.isEmpty()) {
      return Optional.empty();
    }
    transaction.update(
        "UPDATE outbox SET due_at = ?, tries = tries + 1 WHERE id = ?", until, next.get());
    // One that cannot be read is logged, and is not in the way of the others.
    return transaction
        .one(
            "SELECT * FROM outbox WHERE id = ?",
            row -> row.readable(SqliteOutbox::entry),
            next.get())
        .flatMap(entry -> entry);
  }

  private static OutboxEntry entry(Row row) throws SQLException {
    Notice notice =
        new Notice(
            new AccountId(row.text("account_id")),
            row.number("seq"),
            NoticeKind.restore(row.text("kind")),
            row.instant("at"),
            Optional.empty(),
            row.optionalText("appointment_id").map(AppointmentId::new),
            row.optionalText("from_id").map(AccountId::new));
    return new OutboxEntry(
        notice,
        row.optionalText("subscription_id").map(PushSubscriptionId::new),
        row.smallNumber("tries"));
  }

  @Override
  public boolean remove(OutboxEntry taken) {
    return end("DELETE FROM outbox" + HELD, taken.id(), taken.tries());
  }

  @Override
  public boolean postpone(OutboxEntry taken, Instant dueAt) {
    return end("UPDATE outbox SET due_at = ?" + HELD, dueAt, taken.id(), taken.tries());
  }

  @Override
  public boolean fail(OutboxEntry taken, Instant at) {
    return end(
        "UPDATE outbox SET due_at = NULL, failed_at = ?" + HELD, at, taken.id(), taken.tries());
  }

  private boolean end(String statement, Object... values) {
    return database.write(transaction -> transaction.update(statement, values)) == 1;
  }

  @Override
  public OutboxState state() {
    return database.read(
        sql -> {
          int failed =
              sql.one(
                      "SELECT count(*) AS failed FROM outbox WHERE channel = ? AND failed_at >= ?",
                      row -> row.smallNumber("failed"),
                      channel,
                      Instant.EPOCH)
                  .orElse(0);
          int waiting =
              sql.one(
                      "SELECT count(*) AS waiting FROM outbox WHERE channel = ? AND due_at >= ?",
                      row -> row.smallNumber("waiting"),
                      channel,
                      Instant.EPOCH)
                  .orElse(0);
          Optional<Instant> oldest =
              sql.one(
                  """
                  SELECT at FROM outbox
                  WHERE channel = ? AND due_at IS NOT NULL AND at >= ? ORDER BY at LIMIT 1
                  """,
                  row -> row.instant("at"),
                  channel,
                  Instant.EPOCH);
          return new OutboxState(waiting, oldest, failed);
        });
  }

  @Override
  public int purge(Instant before) {
    return database.write(
        transaction ->
            transaction.update("DELETE FROM outbox WHERE channel = ? AND at < ?", channel, before));
  }
}
