package io.healthconnect.sqlite.message;

import io.healthconnect.domain.Cursor;
import io.healthconnect.domain.Page;
import io.healthconnect.domain.PageRequest;
import io.healthconnect.domain.Result;
import io.healthconnect.domain.account.AccountId;
import io.healthconnect.domain.change.Change;
import io.healthconnect.domain.media.ImagePurpose;
import io.healthconnect.domain.message.ClientId;
import io.healthconnect.domain.message.Conversation;
import io.healthconnect.domain.message.ConversationSummary;
import io.healthconnect.domain.message.Draft;
import io.healthconnect.domain.message.Message;
import io.healthconnect.domain.message.MessageRepository;
import io.healthconnect.domain.notice.MessageNotices;
import io.healthconnect.domain.notice.NoticeDraft;
import io.healthconnect.domain.notice.NoticeKind;
import io.healthconnect.sqlite.appointment.ContactCheck;
import io.healthconnect.sqlite.db.Cursors;
import io.healthconnect.sqlite.db.Database;
import io.healthconnect.sqlite.db.Sql;
import io.healthconnect.sqlite.db.Transaction;
import io.healthconnect.sqlite.media.ShownImages;
import io.healthconnect.sqlite.notice.NoticeWrites;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Messages in SQLite. */
public final class SqliteMessageRepository implements MessageRepository {
  static final String BEFORE =
      """
      SELECT * FROM message WHERE first_id = ? AND second_id = ? AND seq < ?
      ORDER BY seq DESC LIMIT ?
      """;
  static final String AFTER =
      """
      SELECT * FROM message WHERE first_id = ? AND second_id = ? AND seq > ? ORDER BY seq LIMIT ?
      """;
  static final String CONVERSATIONS =
      """
      SELECT message.*, other_id, unread, last_at FROM conversation_member
      JOIN message ON first_id = min(account_id, other_id) AND second_id = max(account_id, other_id)
        AND seq = last_seq
      WHERE account_id = ? AND (last_at, other_id) < (?, ?)
      ORDER BY last_at DESC, other_id DESC LIMIT ?
      """;
  static final String SENT = "SELECT * FROM message WHERE sender_id = ? AND client_id = ?";
  private final Database database;

  public SqliteMessageRepository(Database database) {
    this.database = database;
  }

  @Override
  public Result<Message, Refusal> append(Draft draft) {
    return append(draft, message -> List.of());
  }

  @Override
  public Result<Message, Refusal> appendForAbsent(Draft draft) {
    return append(draft, MessageNotices::ofMissed);
  }

  private Result<Message, Refusal> append(
      Draft draft, Function<Message, List<NoticeDraft>> notices) {
    return database.write(
        transaction -> {
          if (!ContactCheck.areInContact(transaction, draft.sender(), draft.receiver())) {
            return Result.failure(Refusal.NOT_IN_CONTACT);
          }
          Optional<Message> earlier = sent(transaction, draft.sender(), draft.clientId());
          if (earlier.isPresent()) {
            return earlier
                .filter(message -> isResend(message, draft))
                .map(Result::<Message, Refusal>success)
                .orElseGet(() -> Result.failure(Refusal.CLIENT_ID_REUSED));
          }
          if (draft.attachment().isPresent()) {
            ShownImages.attach(
                transaction,
                draft.attachment().get().id(),
                draft.sender(),
                ImagePurpose.CHAT,
                Optional.of(draft.receiver()));
          }
          Message message = MessageWrites.add(transaction, draft);
          transaction.publish(new Change.MessageSent(message));
          NoticeWrites.add(transaction, notices.apply(message));
          return Result.success(message);
        });
  }

  @Override
  public Optional<Message> findSent(AccountId sender, ClientId clientId) {
    return database.read(sql -> sent(sql, sender, clientId));
  }

  private static Optional<Message> sent(Sql sql, AccountId sender, ClientId clientId)
      throws SQLException {
    return sql.one(SENT, MessageRows::message, sender.value(), clientId.value());
  }

  private static boolean isResend(Message earlier, Draft draft) {
    return earlier.receiver().equals(draft.receiver())
        && earlier.text().equals(draft.text())
        && earlier.attachment().equals(draft.attachment());
  }

  @Override
  public List<Message> before(Conversation conversation, long before, int limit) {
    List<Message> messages = new ArrayList<>(page(BEFORE, conversation, before, limit));
    Collections.reverse(messages);
    return List.copyOf(messages);
  }

  @Override
  public List<Message> after(Conversation conversation, long after, int limit) {
    return page(AFTER, conversation, after, limit);
  }

  private List<Message> page(String query, Conversation conversation, long seq, int limit) {
    return database.readOnce(
        sql ->
            sql.page(
                query,
                MessageRows::message,
                limit,
                conversation.first().value(),
                conversation.second().value(),
                seq));
  }

  @Override
  public int markRead(Conversation conversation, AccountId reader, long upTo, Instant at) {
    AccountId other =
        conversation.first().equals(reader) ? conversation.second() : conversation.first();
    return database.write(
        transaction -> {
          long mark = Math.min(upTo, lastSeq(transaction, conversation));
          int changed = MessageWrites.markRead(transaction, conversation, reader, other, mark, at);
          if (changed > 0 && ContactCheck.areInContact(transaction, reader, other)) {
            transaction.publish(new Change.MessagesRead(reader, other, mark));
          }
          if (changed > 0 && !MessageWrites.anyUnread(transaction, reader, other)) {
            NoticeWrites.markRead(transaction, reader, NoticeKind.NEW_MESSAGE, other, at);
          }
          return changed;
        });
  }

  private static long lastSeq(Transaction transaction, Conversation conversation)
      throws SQLException {
    return transaction
        .one(
            "SELECT last_seq FROM conversation WHERE first_id = ? AND second_id = ?",
            row -> row.number("last_seq"),
            conversation.first().value(),
            conversation.second().value())
        .orElse(0L);
  }

  @Override
  public int removeOf(AccountId person, int limit) {
    return database.write(transaction -> RemovedMessages.remove(transaction, person, limit));
  }

  @Override
  public Page<ConversationSummary> conversations(AccountId account, PageRequest page) {
    List<ConversationSummary> rows =
        database.read(
            sql ->
                sql.page(
                    CONVERSATIONS,
                    row ->
                        new ConversationSummary(
                            new AccountId(row.text("other_id")),
                            MessageRows.message(row),
                            row.number("unread")),
                    page.limit() + 1,
                    account.value(),
                    Cursors.number(page, true),
                    Cursors.id(page, true)));
    return Page.of(rows, page, SqliteMessageRepository::place);
  }

  private static Cursor place(ConversationSummary summary) {
    long at = summary.lastMessage().createdAt().toEpochMilli();
    return new Cursor(Long.toString(at), summary.other().value());
  }
}
