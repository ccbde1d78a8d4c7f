package io.healthconnect.sqlite.call;

import io.healthconnect.domain.Cursor;
import io.healthconnect.domain.Page;
import io.healthconnect.domain.PageRequest;
import io.healthconnect.domain.account.AccountId;
import io.healthconnect.domain.call.CallLog;
import io.healthconnect.domain.call.CallRecord;
import io.healthconnect.sqlite.db.Cursors;
import io.healthconnect.sqlite.db.Database;
import java.util.List;

/** The ended calls in SQLite. */
public final class SqliteCallLog implements CallLog {
  static final String LOG =
      """
      SELECT call_record.* FROM call_log JOIN call_record ON call_record.id = call_id
      WHERE account_id = ? AND (call_log.started_at, call_id) < (?, ?)
      ORDER BY call_log.started_at DESC, call_id DESC LIMIT ?
      """;

  private final Database database;

  public SqliteCallLog(Database database) {
    this.database = database;
  }

  @Override
  public Page<CallRecord> records(AccountId account, PageRequest page) {
    List<CallRecord> rows =
        database.read(
            sql ->
                sql.page(
                    LOG,
                    CallRows::call,
                    page.limit() + 1,
                    account.value(),
                    Cursors.number(page, true),
                    Cursors.id(page, true)));
    return Page.of(
        rows,
        page,
        call -> new Cursor(Long.toString(call.startedAt().toEpochMilli()), call.id().value()));
  }
}
