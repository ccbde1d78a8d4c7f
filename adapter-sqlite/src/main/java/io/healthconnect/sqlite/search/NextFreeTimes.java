package io.healthconnect.sqlite.search;

import io.healthconnect.domain.doctor.DoctorId;
import io.healthconnect.domain.doctor.NextFree;
import io.healthconnect.sqlite.db.Sql;
import io.healthconnect.sqlite.db.Transaction;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;

/** Keeps when doctors are free next, and for whom it must be computed. */
public final class NextFreeTimes {
  private static final Instant NEVER = Instant.parse("9999-12-31T23:59:59.999Z");

  private NextFreeTimes() {}

  /** Makes the doctor due, in the step that changes what the time depends on. */
  public static void changed(Transaction transaction, DoctorId doctor) throws SQLException {
    transaction.update(
        """
        UPDATE doctor SET next_free_due = 0, next_free_changes = next_free_changes + 1
        WHERE id = ?
        """,
        doctor.value());
  }

  public static List<NextFree.Due> due(Sql sql, Instant now, int most) throws SQLException {
    return sql.list(
        """
        SELECT id, next_free_changes FROM doctor WHERE next_free_due <= ?
        ORDER BY next_free_due, id LIMIT ?
        """,
        row -> new NextFree.Due(DoctorId.of(row.text("id")), row.number("next_free_changes")),
        now,
        most);
  }

  public static void save(Transaction transaction, NextFree computed) throws SQLException {
    transaction.update(
        """
        UPDATE doctor SET next_free_at = ?, next_free_due = ?
        WHERE id = ? AND next_free_changes = ?
        """,
        computed.at().orElse(NEVER),
        computed.dueAt(),
        computed.doctor().value(),
        computed.changes());
  }
}
