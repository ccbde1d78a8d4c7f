package io.healthconnect.sqlite.message;

import io.healthconnect.domain.account.AccountId;
import io.healthconnect.domain.media.MediaId;
import io.healthconnect.domain.message.Conversation;
import io.healthconnect.sqlite.db.Transaction;
import io.healthconnect.sqlite.media.ShownImages;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

/** Removes the messages of erased people. Every method runs as part of a transaction. */
final class RemovedMessages {
  private static final String OLDEST =
      """
      SELECT id, file_id FROM message WHERE first_id = ? AND second_id = ? ORDER BY seq LIMIT ?
      """;

  private RemovedMessages() {}

  private record Removed(String id, Optional<MediaId> file) {}

  static int remove(Transaction transaction, AccountId person, int limit) throws SQLException {
    int removed = 0;
    while (removed < limit) {
      Optional<AccountId> other =
          transaction.one(
              "SELECT other_id FROM conversation_member WHERE account_id = ? LIMIT 1",
              row -> new AccountId(row.text("other_id")),
              person.value());
      if (other.isEmpty()) {
        break;
      }
      Conversation conversation = Conversation.between(person, other.get());
      int wanted = limit - removed;
      int found = removeOldest(transaction, conversation, wanted);
      if (found < wanted) {
        end(transaction, conversation);
      }
      removed += found;
    }
    return removed;
  }

  private static int removeOldest(Transaction transaction, Conversation conversation, int limit)
      throws SQLException {
    List<Removed> oldest =
        transaction.list(
            OLDEST,
            row -> new Removed(row.text("id"), row.optionalText("file_id").map(MediaId::new)),
            conversation.first().value(),
            conversation.second().value(),
            limit);
    for (Removed message : oldest) {
      transaction.update("DELETE FROM message WHERE id = ?", message.id());
      if (message.file().isPresent()) {
        ShownImages.discard(transaction, message.file().get());
      }
    }
    return oldest.size();
  }

  private static void end(Transaction transaction, Conversation conversation) throws SQLException {
    String first = conversation.first().value();
    String second = conversation.second().value();
    hide(transaction, first, second);
    hide(transaction, second, first);
    transaction.update(
        "DELETE FROM conversation WHERE first_id = ? AND second_id = ?", first, second);
  }

  private static void hide(Transaction transaction, String account, String other)
      throws SQLException {
    transaction.update(
        "DELETE FROM conversation_member WHERE account_id = ? AND other_id = ?", account, other);
  }
}
