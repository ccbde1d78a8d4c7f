package io.healthconnect.mongo.message;

import com.mongodb.MongoException;
import com.mongodb.client.ClientSession;
import com.mongodb.client.FindIterable;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Projections;
import com.mongodb.client.model.Sorts;
import com.mongodb.client.model.Updates;
import io.healthconnect.domain.Result;
import io.healthconnect.domain.StoreUnavailableException;
import io.healthconnect.domain.media.ImagePurpose;
import io.healthconnect.domain.message.Conversation;
import io.healthconnect.domain.message.Draft;
import io.healthconnect.domain.message.Message;
import io.healthconnect.domain.message.MessageRepository.Refusal;
import io.healthconnect.domain.notice.NoticeDraft;
import io.healthconnect.mongo.appointment.ContactFence;
import io.healthconnect.mongo.db.DocumentFields;
import io.healthconnect.mongo.db.MongoErrors;
import io.healthconnect.mongo.db.MongoHandles;
import io.healthconnect.mongo.media.ShownImages;
import io.healthconnect.mongo.notice.NoticeWrites;
import io.healthconnect.mongo.schema.CollectionName;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.bson.Document;
import org.bson.conversions.Bson;

/**
 * Numbers messages. Each is stored in a transaction that also {@linkplain ContactFence holds} the
 * contact of its two people, so that of two writers in one conversation one is repeated and sees
 * the number of the other.
 */
final class MessageWrites {
  /** Each failed attempt means that a node of an earlier release has taken the number meanwhile. */
  private static final int TRIES = 200;

  private final MongoHandles handles;
  private final MongoCollection<Document> messages;
  private final ContactFence contacts;
  private final ShownImages images;
  private final NoticeWrites notices;

  MessageWrites(MongoHandles handles) {
    this.handles = handles;
    this.messages = handles.collection(CollectionName.MESSAGES);
    this.contacts = new ContactFence(handles);
    this.images = new ShownImages(handles);
    this.notices = new NoticeWrites(handles);
  }

  /**
   * Stores the draft under the next number.
   *
   * @param news the notices that tell of the message
   * @throws io.healthconnect.domain.StaleVersionException if its file cannot be shown
   */
  Result<Message, Refusal> add(Draft draft, Function<Message, List<NoticeDraft>> news) {
    for (int i = 0; i < TRIES; i++) {
      try {
        return handles.inTransaction(
            draft.conversation().key(), session -> insertNext(session, draft, news));
      } catch (MongoException e) {
        String violated = MongoErrors.violatedIndex(e).orElseThrow(() -> e);
        if (!violated.equals("conversation")) {
          return Result.failure(Refusal.CLIENT_ID_REUSED);
        }
      }
    }
    throw new StoreUnavailableException(
        StoreUnavailableException.Cause.UNAVAILABLE,
        new IllegalStateException("too many writers in one conversation"));
  }

  private Result<Message, Refusal> insertNext(
      ClientSession session, Draft draft, Function<Message, List<NoticeDraft>> news) {
    if (!contacts.hold(session, draft.sender(), draft.receiver())) {
      return Result.failure(Refusal.NOT_IN_CONTACT);
    }
    draft
        .attachment()
        .ifPresent(
            file ->
                images.attach(
                    session,
                    file.id(),
                    draft.sender(),
                    ImagePurpose.CHAT,
                    Optional.of(draft.receiver())));
    Message message = draft.numbered(last(messages.find(session, of(draft.conversation()))) + 1);
    messages.insertOne(session, MessageDocuments.latest(message));
    unmarkLatest(session, draft.conversation(), message.seq() - 1);
    notices.add(session, news.apply(message));
    return Result.success(message);
  }

  long lastSeq(Conversation conversation) {
    return last(messages.find(of(conversation)));
  }

  private static long last(FindIterable<Document> found) {
    Document last =
        found.projection(Projections.include("seq")).sort(Sorts.descending("seq")).first();
    return last == null ? 0 : DocumentFields.number(last, "seq");
  }

  private static Bson of(Conversation conversation) {
    return Filters.eq("conversation", conversation.key());
  }

  /**
   * Clears the mark of the previous message as the latest. Nodes of earlier releases do so after
   * their transaction; if that fails, lists of conversations still leave the message out, because
   * one with the next number exists.
   */
  private void unmarkLatest(ClientSession session, Conversation conversation, long seq) {
    if (seq > 0) {
      messages.updateOne(
          session, Filters.and(of(conversation), Filters.eq("seq", seq)), Updates.unset("heads"));
    }
  }
}
