package io.healthconnect.sqlite.audit;

import io.healthconnect.domain.Cursor;
import io.healthconnect.domain.Page;
import io.healthconnect.domain.account.AccountId;
import io.healthconnect.domain.audit.AuditEntry;
import io.healthconnect.domain.audit.AuditEvent;
import io.healthconnect.domain.audit.AuditLog;
import io.healthconnect.domain.audit.AuditQuery;
import io.healthconnect.sqlite.db.Cursors;
import io.healthconnect.sqlite.db.Database;
import io.healthconnect.sqlite.db.Sql;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** The audit log in SQLite. */
public final class SqliteAuditLog implements AuditLog {
  private static final int BATCH = 1_000;

  private final Database database;

  public SqliteAuditLog(Database database) {
    this.database = database;
  }

  @Override
  public void append(List<AuditEvent> events) {
    if (!events.isEmpty()) {
      database.write(transaction -> AuditWrites.append(transaction, events));
    }
  }

  @Override
  public Page<AuditEntry> find(AuditQuery query) {
    return database.read(
        sql ->
            Page.of(
                entries(sql, query),
                query.page(),
                entry -> new Cursor(Long.toString(entry.number()), "-")));
  }

  private static List<AuditEntry> entries(Sql sql, AuditQuery query) throws SQLException {
    long before = Cursors.number(query.page(), true);
    int limit = query.page().limit() + 1;
    return query.subject().isPresent()
        ? sql.page(
            "SELECT * FROM audit WHERE subject_id = ? AND number < ? AND number > 0 ORDER BY number"
                + " DESC LIMIT ?",
            AuditRows::entry,
            limit,
            query.subject().map(AccountId::value),
            before)
        : sql.page(
            "SELECT * FROM audit WHERE number < ? AND number > 0 ORDER BY number DESC LIMIT ?",
            AuditRows::entry,
            limit,
            before);
  }

  @Override
  public void forEach(Consumer<AuditEntry> each) {
    long last = Long.MIN_VALUE;
    List<Stored> batch;
    do {
      long after = last;
      batch = database.read(sql -> batch(sql, after));
      batch.forEach(stored -> stored.entry().ifPresent(each));
      last = batch.isEmpty() ? last : batch.get(batch.size() - 1).number();
    } while (batch.size() == BATCH);
  }

  /** A row that is damaged has no entry. */
  private record Stored(long number, Optional<AuditEntry> entry) {}

  private static List<Stored> batch(Sql sql, long after) throws SQLException {
    return sql.list(
        "SELECT * FROM audit WHERE number > ? ORDER BY number LIMIT ?",
        row -> new Stored(row.number("number"), row.readable(AuditRows::entry)),
        after,
        BATCH);
  }

  /** Numbers grow with age, so the oldest come first. */
  @Override
  public int purge(Instant instant, int most) {
    return database.write(
        transaction -> {
          List<Long> old =
              transaction.list(
                  "SELECT number, at FROM audit WHERE number > 0 ORDER BY number LIMIT ?",
                  row -> row.instant("at").isBefore(instant) ? row.number("number") : 0L,
                  most + 1);
          int before = old.contains(0L) ? old.indexOf(0L) : old.size();
          return before < 2
              ? 0
              : transaction.update("DELETE FROM audit WHERE number < ?", old.get(before - 1));
        });
  }
}
