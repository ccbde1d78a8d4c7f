package io.healthconnect.sqlite.message;

import io.healthconnect.domain.account.AccountId;
import io.healthconnect.domain.message.Conversation;
import io.healthconnect.domain.message.Draft;
import io.healthconnect.domain.message.Message;
import io.healthconnect.sqlite.db.Transaction;
import java.sql.SQLException;
import java.time.Instant;

/**
 * Writes messages, and the conversation as each of the two people sees it. Every method runs as
 * part of a transaction.
 */
final class MessageWrites {
  private MessageWrites() {}

  static Message add(Transaction transaction, Draft draft) throws SQLException {
    Message message = draft.numbered(nextSeq(transaction, draft.conversation()));
    transaction.update(
        """
        INSERT INTO message (id, first_id, second_id, seq, sender_id, text, file_id, image_width,
          image_height, document_name, document_bytes, client_id, created_at)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        """,
        message.id().value(),
        message.conversation().first().value(),
        message.conversation().second().value(),
        message.seq(),
        message.sender().value(),
        message.text(),
        message.attachment().map(file -> file.id().value()),
        message.image().map(image -> image.width()),
        message.image().map(image -> image.height()),
        message.document().map(document -> document.name().value()),
        message.document().map(document -> document.bytes()),
        message.clientId().value(),
        message.createdAt());
    show(transaction, message, message.sender(), message.receiver(), 0);
    show(transaction, message, message.receiver(), message.sender(), 1);
    return message;
  }

  private static long nextSeq(Transaction transaction, Conversation conversation)
      throws SQLException {
    return transaction
        .one(
            """
            INSERT INTO conversation (first_id, second_id, last_seq) VALUES (?, ?, 1)
            ON CONFLICT (first_id, second_id) DO UPDATE SET last_seq = last_seq + 1
            RETURNING last_seq
            """,
            row -> row.number("last_seq"),
            conversation.first().value(),
            conversation.second().value())
        .orElseThrow();
  }

  private static void show(
      Transaction transaction, Message message, AccountId account, AccountId other, int unread)
      throws SQLException {
    transaction.update(
        """
        INSERT INTO conversation_member (account_id, other_id, last_seq, last_at, unread, read_up_to)
        VALUES (?, ?, ?, ?, ?, 0)
        ON CONFLICT (account_id, other_id) DO UPDATE SET last_seq = excluded.last_seq,
          last_at = excluded.last_at, unread = unread + excluded.unread
        """,
        account.value(),
        other.value(),
        message.seq(),
        message.createdAt(),
        unread);
  }

  /**
   * Marks messages to the reader as read, up to and including {@code upTo}, and returns how many
   * were unread.
   */
  static int markRead(
      Transaction transaction,
      Conversation conversation,
      AccountId reader,
      AccountId other,
      long upTo,
      Instant at)
      throws SQLException {
    int changed =
        transaction.update(
            """
            UPDATE message SET read_at = ?
            WHERE first_id = ? AND second_id = ? AND seq <= ? AND seq > (
                SELECT read_up_to FROM conversation_member WHERE account_id = ? AND other_id = ?)
              AND sender_id = ? AND read_at IS NULL
            """,
            at,
            conversation.first().value(),
            conversation.second().value(),
            upTo,
            reader.value(),
            other.value(),
            other.value());
    if (changed > 0) {
      transaction.update(
          """
          UPDATE conversation_member SET unread = unread - ?, read_up_to = max(read_up_to, ?)
          WHERE account_id = ? AND other_id = ?
          """,
          changed,
          upTo,
          reader.value(),
          other.value());
    }
    return changed;
  }

  /** Whether the reader has unread messages from the other. */
  static boolean anyUnread(Transaction transaction, AccountId reader, AccountId other)
      throws SQLException {
    return transaction.any(
        "SELECT 1 FROM conversation_member WHERE account_id = ? AND other_id = ? AND unread > 0",
        reader.value(),
        other.value());
  }
}
