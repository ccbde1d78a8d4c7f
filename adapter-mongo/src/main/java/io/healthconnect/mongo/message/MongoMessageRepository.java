package io.healthconnect.mongo.message;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Sorts;
import io.healthconnect.domain.Page;
import io.healthconnect.domain.PageRequest;
import io.healthconnect.domain.Result;
import io.healthconnect.domain.StaleVersionException;
import io.healthconnect.domain.account.AccountId;
import io.healthconnect.domain.message.ClientId;
import io.healthconnect.domain.message.Conversation;
import io.healthconnect.domain.message.ConversationSummary;
import io.healthconnect.domain.message.Draft;
import io.healthconnect.domain.message.Message;
import io.healthconnect.domain.message.MessageRepository;
import io.healthconnect.mongo.db.CollectionName;
import io.healthconnect.mongo.db.MongoHandles;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.bson.Document;
import org.bson.conversions.Bson;

/** Messages in MongoDB. A stored message is its own event. */
public final class MongoMessageRepository implements MessageRepository {
  private final MongoHandles handles;
  private final MongoCollection<Document> messages;
  private final MessageWrites writes;
  private final ReadMarks marks;
  private final Conversations conversations;

  public MongoMessageRepository(MongoHandles handles) {
    this.handles = handles;
    this.messages = handles.collection(CollectionName.MESSAGES);
    this.writes = new MessageWrites(handles);
    this.marks = new ReadMarks(handles);
    this.conversations = new Conversations(handles);
  }

  @Override
  public Result<Message, ClientIdReused> append(Draft draft) {
    Optional<Message> earlier =
        draft.image().isEmpty() ? Optional.empty() : findSent(draft.sender(), draft.clientId());
    if (earlier.isPresent()) {
      return again(draft, earlier.get());
    }
    try {
      return handles
          .run(() -> writes.add(draft))
          .map(Result::<Message, ClientIdReused>success)
          .orElseGet(() -> again(draft, sent(draft).orElseThrow(MongoMessageRepository::idTaken)));
    } catch (StaleVersionException e) {
      // The image may be attached already: to this very message, sent by the same device at once.
      return again(draft, sent(draft).orElseThrow(() -> e));
    }
  }

  private Optional<Message> sent(Draft draft) {
    return findSent(draft.sender(), draft.clientId());
  }

  private static IllegalStateException idTaken() {
    return new IllegalStateException("the message's identifier is taken");
  }

  private static Result<Message, ClientIdReused> again(Draft draft, Message earlier) {
    boolean same =
        earlier.receiver().equals(draft.receiver())
            && earlier.text().equals(draft.text())
            && earlier.image().equals(draft.image());
    return same ? Result.success(earlier) : Result.failure(new ClientIdReused());
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
            messages
                .find(wanted)
                .sort(order)
                .limit(limit)
                .map(MessageDocuments::message)
                .into(new ArrayList<>()));
  }

  @Override
  public int markRead(Conversation conversation, AccountId reader, long upTo, Instant at) {
    return marks.mark(conversation, reader, upTo, at);
  }

  @Override
  public Page<ConversationSummary> conversations(AccountId account, PageRequest page) {
    return conversations.page(account, page);
  }
}
