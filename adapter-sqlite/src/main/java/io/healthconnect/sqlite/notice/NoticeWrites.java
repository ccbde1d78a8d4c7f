package io.healthconnect.sqlite.notice;

import io.healthconnect.domain.account.AccountId;
import io.healthconnect.domain.change.Change;
import io.healthconnect.domain.notice.Notice;
import io.healthconnect.domain.notice.NoticeDraft;
import io.healthconnect.domain.notice.NoticeKind;
import io.healthconnect.domain.notice.NoticeRepository;
import io.healthconnect.sqlite.db.Transaction;
import io.healthconnect.sqlite.outbox.OutboxWrites;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Writes notices, as part of the transaction whose change they tell of. */
public final class NoticeWrites {
  private NoticeWrites() {}

  /**
   * Adds the notices and publishes each that is no own one, except those to accounts that were
   * erased, and those that an unread one stands for.
   */
  public static void add(Transaction transaction, List<NoticeDraft> drafts) throws SQLException {
    for (NoticeDraft draft : drafts) {
      Optional<Notice> next =
          isTold(transaction, draft) ? Optional.empty() : numbered(transaction, draft);
      if (next.isPresent()) {
        insert(transaction, next.get());
      }
    }
  }

  private static boolean isTold(Transaction transaction, NoticeDraft draft) throws SQLException {
    return draft.kind().standsForLater()
        && transaction.any(
            "SELECT 1 FROM notice"
                + " WHERE account_id = ? AND read_at IS NULL AND kind = ? AND from_id IS ?",
            draft.to().value(),
            draft.kind().code(),
            draft.from().map(AccountId::value));
  }

  /** Empty if the account was erased. */
  private static Optional<Notice> numbered(Transaction transaction, NoticeDraft draft)
      throws SQLException {
    return transaction.one(
        """
        SELECT coalesce((SELECT max(seq) FROM notice WHERE account_id = account.id), 0) + 1 AS next
        FROM account WHERE id = ? AND erased_at IS NULL
        """,
        row -> draft.numbered(row.number("next")),
        draft.to().value());
  }

  private static void insert(Transaction transaction, Notice notice) throws SQLException {
    transaction.update(
        """
        INSERT INTO notice (account_id, seq, kind, at, read_at, appointment_id, from_id)
        VALUES (?, ?, ?, ?, ?, ?, ?)
        """,
        notice.to().value(),
        notice.seq(),
        notice.kind().code(),
        notice.at(),
        notice.readAt(),
        notice.appointment().map(appointment -> appointment.value()),
        notice.from().map(AccountId::value));
    OutboxWrites.add(transaction, notice);
    long oldest = notice.seq() - NoticeRepository.MOST;
    if (oldest > 0) {
      removeUpTo(transaction, notice.to(), oldest);
    }
    if (!notice.isOwn()) {
      transaction.publish(new Change.NoticeStored(notice));
    }
  }

  /** Marks the person's unread notices of this kind from somebody as read. */
  public static void markRead(
      Transaction transaction, AccountId account, NoticeKind kind, AccountId from, Instant at)
      throws SQLException {
    transaction.update(
        "UPDATE notice SET read_at = ?"
            + " WHERE account_id = ? AND read_at IS NULL AND kind = ? AND from_id = ?",
        at,
        account.value(),
        kind.code(),
        from.value());
  }

  /** Removes all of an account that is erased. */
  public static void removeAll(Transaction transaction, AccountId account) throws SQLException {
    removeUpTo(transaction, account, Long.MAX_VALUE);
    ReminderWrites.removeAll(transaction, account);
    SettingsRows.remove(transaction, account);
  }

  private static void removeUpTo(Transaction transaction, AccountId account, long seq)
      throws SQLException {
    transaction.update(
        "DELETE FROM notice WHERE account_id = ? AND seq <= ?", account.value(), seq);
    OutboxWrites.remove(transaction, account, seq);
  }
}
