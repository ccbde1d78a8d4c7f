package io.healthconnect.mongo.message;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Sorts;
import io.healthconnect.domain.Page;
import io.healthconnect.domain.PageRequest;
import io.healthconnect.domain.Result;
import io.healthconnect.domain.StaleVersionException;
import io.healthconnect.domain.StoreUnavailableException;
import io.healthconnect.domain.account.AccountId;
import io.healthconnect.domain.message.ClientId;
import io.healthconnect.domain.message.Conversation;
import io.healthconnect.domain.message.ConversationSummary;
import io.healthconnect.domain.message.Draft;
import io.healthconnect.domain.message.Message;
import io.healthconnect.domain.message.MessageRepository;
import io.healthconnect.domain.notice.MessageNotices;
import io.healthconnect.domain.notice.NoticeDraft;
import io.healthconnect.mongo.db.MongoHandles;
import io.healthconnect.mongo.db.ReadablePages;
import io.healthconnect.mongo.db.Reads;
import io.healthconnect.mongo.schema.CollectionName;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.bson.Document;
import org.bson.conversions.Bson;

/** Messages in MongoDB. A stored message is its own event. */
public final class MongoMessageRepository implements MessageRepository {
  private final MongoHandles handles;
  private final MongoCollection<Document> messages;
  private final Reads reads;
  private final MessageWrites writes;
  private final ReadMarks marks;
  private final Conversations conversations;
  private final RemovedMessages removed;

  public MongoMessageRepository(MongoHandles handles) {
    this.handles = handles;
    this.messages = handles.collection(CollectionName.MESSAGES);
    this.reads = handles.reads(CollectionName.MESSAGES);
    this.writes = new MessageWrites(handles);
    this.marks = new ReadMarks(handles);
    this.conversations = new Conversations(handles);
    this.removed = new RemovedMessages(handles);
  }

  @Override
  public Result<Message, Refusal> append(Draft draft) {
    return append(draft, message -> List.of());
  }

  @Override
  public Result<Message, Refusal> appendForAbsent(Draft draft) {
    return append(draft, MessageNotices::ofMissed);
  }

  private Result<Message, Refusal> append(Draft draft, Function<Message, List<NoticeDraft>> news) {
    try {
      return handles
          .run(() -> writes.add(draft, news))
          .fold(
              Result::success,
              refusal ->
                  switch (refusal) {
                    case NOT_IN_CONTACT -> Result.failure(refusal);
                    case CLIENT_ID_REUSED ->
                        again(draft, sent(draft).orElseThrow(MongoMessageRepository::notCommitted));
                  });
    } catch (StaleVersionException e) {
      // The image is attached to this same message, if the device has sent it twice.
      return again(draft, sent(draft).orElseThrow(() -> e));
    }
  }

  private Optional<Message> sent(Draft draft) {
    return findSent(draft.sender(), draft.clientId());
  }

  /**
   * A transaction also meets what no majority has yet, and what may therefore be lost: neither that
   * the message is stored nor that it is not can be answered now.
   */
  private static StoreUnavailableException notCommitted() {
    return new StoreUnavailableException(
        StoreUnavailableException.Cause.UNAVAILABLE,
        new IllegalStateException("no majority has the message with this client id yet"));
  }

  private static Result<Message, Refusal> again(Draft draft, Message earlier) {
    boolean same =
        earlier.receiver().equals(draft.receiver())
            && earlier.text().equals(draft.text())
            && earlier.attachment().equals(draft.attachment());
    return same ? Result.success(earlier) : Result.failure(Refusal.CLIENT_ID_REUSED);
  }

  @Override
  public Optional<Message> findSent(AccountId sender, ClientId clientId) {
    Bson wanted =
        Filters.and(
            Filters.eq("senderId", sender.value()), Filters.eq("clientId", clientId.value()));
    return handles.run(
        () -> Optional.ofNullable(messages.find(wanted).first()).map(MessageDocuments::message));
  }

  @Override
  public List<Message> before(Conversation conversation, long before, int limit) {
    List<Message> latestFirst =
        page(Filters.lt("seq", before), conversation, Sorts.descending("seq"), limit);
    Collections.reverse(latestFirst);
    return List.copyOf(latestFirst);
  }

  @Override
  public List<Message> after(Conversation conversation, long after, int limit) {
    return List.copyOf(page(Filters.gt("seq", after), conversation, Sorts.ascending("seq"), limit));
  }

  private List<Message> page(Bson part, Conversation conversation, Bson order, int limit) {
    Bson wanted = Filters.and(Filters.eq("conversation", conversation.key()), part);
    return handles.run(
        () ->
            ReadablePages.first(reads.find(wanted).sort(order), limit, MessageDocuments::message));
  }

  @Override
  public int markRead(Conversation conversation, AccountId reader, long upTo, Instant at) {
    return marks.mark(conversation, reader, upTo, at);
  }

  @Override
  public int removeOf(AccountId person, int limit) {
    return handles.transact(session -> removed.remove(session, person, limit));
  }

  @Override
  public Page<ConversationSummary> conversations(AccountId account, PageRequest page) {
    return conversations.page(account, page);
  }
}
