package io.healthconnect.mongo.message;

import com.mongodb.MongoException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Projections;
import com.mongodb.client.model.Sorts;
import com.mongodb.client.model.Updates;
import io.healthconnect.domain.StoreUnavailableException;
import io.healthconnect.domain.message.Conversation;
import io.healthconnect.domain.message.Draft;
import io.healthconnect.domain.message.Message;
import io.healthconnect.mongo.db.CollectionName;
import io.healthconnect.mongo.db.MongoErrors;
import io.healthconnect.mongo.db.MongoHandles;
import io.healthconnect.mongo.db.Stored;
import io.healthconnect.mongo.media.ShownImages;
import java.util.Optional;
import org.bson.Document;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Gives messages their numbers: the insert with the last number and one succeeds for one writer,
 * because of the unique index, and the others go on with the next number. The answer that a number
 * is taken comes when a majority has the message that took it, so no number is left out.
 */
final class MessageWrites {
  private static final Logger LOG = LoggerFactory.getLogger(MessageWrites.class);

  /** Each of them means that somebody else was faster. */
  private static final int TRIES = 200;

  private final MongoHandles handles;
  private final MongoCollection<Document> messages;
  private final ShownImages images;

  MessageWrites(MongoHandles handles) {
    this.handles = handles;
    this.messages = handles.collection(CollectionName.MESSAGES);
    this.images = new ShownImages(handles);
  }

  /**
   * Stores the draft under the next number; empty when the sender has used the client id.
   *
   * @throws io.healthconnect.domain.StaleVersionException if its image is not there to be shown
   */
  Optional<Message> add(Draft draft) {
    Conversation conversation = draft.conversation();
    Optional<Message> added = handles.turns().take(conversation.key(), () -> insertNext(draft));
    added.ifPresent(message -> dethrone(conversation, message.seq() - 1));
    return added;
  }

  private Optional<Message> insertNext(Draft draft) {
    long seq = lastSeq(draft.conversation()) + 1;
    for (int i = 0; i < TRIES; i++) {
      Message message = draft.numbered(seq);
      Optional<String> violated = insert(message);
      if (violated.isEmpty()) {
        return Optional.of(message);
      }
      if (!violated.get().equals("conversation")) {
        return Optional.empty();
      }
      seq = Math.max(seq, lastSeq(draft.conversation())) + 1;
    }
    throw new StoreUnavailableException(
        StoreUnavailableException.Cause.UNAVAILABLE,
        new IllegalStateException("too many writers in one conversation"));
  }

  long lastSeq(Conversation conversation) {
    Document last =
        messages
            .find(Filters.eq("conversation", conversation.key()))
            .projection(Projections.include("seq"))
            .sort(Sorts.descending("seq"))
            .first();
    return last == null ? 0 : Stored.number(last, "seq");
  }

  /** The unique index that stands against it; empty when it is stored. */
  private Optional<String> insert(Message message) {
    Document document = MessageDocuments.latest(message);
    try {
      if (message.image().isEmpty()) {
        messages.insertOne(document);
      } else {
        insertWithImage(message, document);
      }
      return Optional.empty();
    } catch (MongoException e) {
      return Optional.of(MongoErrors.violatedIndex(e).orElseThrow(() -> e));
    }
  }

  private void insertWithImage(Message message, Document document) {
    handles.inTransaction(
        session -> {
          images.attach(
              session,
              message.image().orElseThrow().id(),
              message.sender(),
              Optional.of(message.receiver()));
          return messages.insertOne(session, document);
        });
  }

  /**
   * The message before is no longer the latest. When this fails, lists of conversations still see
   * that it is not, because there is one with the next number.
   */
  private void dethrone(Conversation conversation, long seq) {
    if (seq == 0) {
      return;
    }
    try {
      messages.updateOne(
          Filters.and(Filters.eq("conversation", conversation.key()), Filters.eq("seq", seq)),
          Updates.unset("heads"));
    } catch (MongoException e) {
      LOG.debug("a message stays marked as the latest", e);
    }
  }
}
