package io.healthconnect.sqlite.audit;

import io.healthconnect.domain.account.AccountId;
import io.healthconnect.domain.account.SessionId;
import io.healthconnect.domain.audit.AuditEntry;
import io.healthconnect.domain.audit.AuditEvent;
import io.healthconnect.domain.notice.AccountNotices;
import io.healthconnect.sqlite.db.Transaction;
import io.healthconnect.sqlite.notice.NoticeWrites;
import java.sql.SQLException;
import java.util.List;

/** Adds entries, as part of the transaction that makes what they tell of. */
public final class AuditWrites {
  private record Head(long number, String hash) {}

  private AuditWrites() {}

  public static int append(Transaction transaction, List<AuditEvent> events) throws SQLException {
    Head head =
        transaction
            .one(
                "SELECT number, hash FROM audit WHERE number > 0 ORDER BY number DESC LIMIT 1",
                row -> new Head(row.number("number"), row.text("hash")))
            .orElse(new Head(0, AuditEntry.NONE));
    for (AuditEvent event : events) {
      AuditEntry entry = AuditEntry.after(head.number(), head.hash(), event);
      insert(transaction, entry);
      NoticeWrites.add(transaction, AccountNotices.ofEvent(event));
      head = new Head(entry.number(), entry.hash());
    }
    return events.size();
  }

  private static void insert(Transaction transaction, AuditEntry entry) throws SQLException {
    AuditEvent event = entry.event();
    transaction.update(
        """
        INSERT INTO audit (number, action, actor_id, session_id, subject_id, object_id, at,
          previous, hash)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
        """,
        entry.number(),
        event.action().code(),
        event.actor().map(AccountId::value),
        event.session().map(SessionId::value),
        event.subject().map(AccountId::value),
        event.object(),
        event.at(),
        entry.previous(),
        entry.hash());
  }
}
