package io.healthconnect.sqlite.audit;

import io.healthconnect.domain.account.AccountId;
import io.healthconnect.domain.account.SessionId;
import io.healthconnect.domain.audit.AuditAction;
import io.healthconnect.domain.audit.AuditEntry;
import io.healthconnect.domain.audit.AuditEvent;
import io.healthconnect.sqlite.db.Row;
import java.sql.SQLException;

/** Reads entries from rows. */
public final class AuditRows {
  private AuditRows() {}

  public static AuditEntry entry(Row row) throws SQLException {
    return new AuditEntry(
        row.number("number"),
        new AuditEvent(
            AuditAction.restore(row.text("action")),
            row.optionalText("actor_id").map(AccountId::new),
            row.optionalText("session_id").map(SessionId::new),
            row.optionalText("subject_id").map(AccountId::new),
            row.optionalText("object_id"),
            row.instant("at")),
        row.text("previous"),
        row.text("hash"));
  }
}
