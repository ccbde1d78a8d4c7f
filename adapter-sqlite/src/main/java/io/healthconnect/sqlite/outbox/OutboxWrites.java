package io.healthconnect.sqlite.outbox;

import io.healthconnect.domain.account.AccountId;
import io.healthconnect.domain.notice.Notice;
import io.healthconnect.domain.outbox.OutboxEntry;
import io.healthconnect.sqlite.db.Transaction;
import java.sql.SQLException;

/** Fills the outbox, as part of the transaction that stores a notice. */
public final class OutboxWrites {
  private OutboxWrites() {}

  /**
   * Adds an entry that is due at once for the mail, unless nobody sends mails, and one for each
   * subscribed device, unless it is an own notice, which nobody is shown.
   */
  public static void add(Transaction transaction, Notice notice) throws SQLException {
    if (transaction.keepsOutbox()) {
      addMail(transaction, notice);
    }
    if (notice.isOwn()) {
      return;
    }
    transaction.update(
        """
        INSERT INTO outbox (id, channel, subscription_id, account_id, seq, kind, at, appointment_id,
          from_id, tries, due_at)
        SELECT ? || ':' || id, 'push', id, account_id, ?, ?, ?, ?, ?, 0, ?
        FROM push_subscription WHERE account_id = ?
        """,
        OutboxEntry.idOf(notice),
        notice.seq(),
        notice.kind().code(),
        notice.at(),
        notice.appointment().map(appointment -> appointment.value()),
        notice.from().map(AccountId::value),
        notice.at(),
        notice.to().value());
  }

  private static void addMail(Transaction transaction, Notice notice) throws SQLException {
    transaction.update(
        """
        INSERT INTO outbox (id, account_id, seq, kind, at, appointment_id, from_id, tries, due_at)
        VALUES (?, ?, ?, ?, ?, ?, ?, 0, ?)
        """,
        OutboxEntry.idOf(notice),
        notice.to().value(),
        notice.seq(),
        notice.kind().code(),
        notice.at(),
        notice.appointment().map(appointment -> appointment.value()),
        notice.from().map(AccountId::value),
        notice.at());
  }

  /** Removes what waits for an account, up to and including the notice with number {@code upTo}. */
  public static void remove(Transaction transaction, AccountId account, long upTo)
      throws SQLException {
    transaction.update(
        "DELETE FROM outbox WHERE account_id = ? AND seq <= ?", account.value(), upTo);
  }
}
