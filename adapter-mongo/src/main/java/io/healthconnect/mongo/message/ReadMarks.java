package io.healthconnect.mongo.message;

import com.mongodb.client.ClientSession;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Projections;
import com.mongodb.client.model.Sorts;
import com.mongodb.client.model.UpdateOptions;
import com.mongodb.client.model.Updates;
import io.healthconnect.domain.account.AccountId;
import io.healthconnect.domain.change.Change;
import io.healthconnect.domain.message.Conversation;
import io.healthconnect.domain.notice.NoticeKind;
import io.healthconnect.mongo.appointment.ContactFence;
import io.healthconnect.mongo.db.DocumentFields;
import io.healthconnect.mongo.db.MongoHandles;
import io.healthconnect.mongo.event.Events;
import io.healthconnect.mongo.notice.NoticeWrites;
import io.healthconnect.mongo.schema.CollectionName;
import java.time.Instant;
import org.bson.Document;
import org.bson.conversions.Bson;

/**
 * Marks messages, and the notice that tells of them, as read and, while there is contact, writes
 * the event that reports it, in one transaction.
 */
final class ReadMarks {
  private final MongoHandles handles;
  private final MongoCollection<Document> messages;
  private final Events events;
  private final ContactFence contacts;
  private final NoticeWrites notices;

  ReadMarks(MongoHandles handles) {
    this.handles = handles;
    this.messages = handles.collection(CollectionName.MESSAGES);
    this.events = new Events(handles);
    this.contacts = new ContactFence(handles);
    this.notices = new NoticeWrites(handles);
  }

  int mark(Conversation conversation, AccountId reader, long upTo, Instant at) {
    AccountId other =
        conversation.first().equals(reader) ? conversation.second() : conversation.first();
    return handles.transact(
        conversation.key(),
        session -> {
          int changed = update(session, conversation, reader, upTo, at);
          if (changed > 0 && contacts.hold(session, reader, other)) {
            long mark = Math.min(upTo, lastSeq(session, conversation));
            events.publish(session, new Change.MessagesRead(reader, other, mark));
          }
          if (changed > 0 && !anyUnread(session, conversation, reader)) {
            notices.markRead(session, reader, NoticeKind.NEW_MESSAGE, other, at);
          }
          return changed;
        });
  }

  private int update(
      ClientSession session, Conversation conversation, AccountId reader, long upTo, Instant at) {
    return (int)
        messages
            .updateMany(
                session,
                Filters.and(unread(conversation, reader), Filters.lte("seq", upTo)),
                Updates.combine(Updates.unset("unread"), Updates.set("readAt", at)),
                new UpdateOptions().hintString("unread"))
            .getModifiedCount();
  }

  /** A message that comes meanwhile holds the same contact, so one of the two is repeated. */
  private boolean anyUnread(ClientSession session, Conversation conversation, AccountId reader) {
    return messages
            .find(session, unread(conversation, reader))
            .projection(Projections.include("_id"))
            .hintString("unread")
            .first()
        != null;
  }

  private static Bson unread(Conversation conversation, AccountId reader) {
    return Filters.and(
        Filters.eq("receiverId", reader.value()),
        Filters.eq("conversation", conversation.key()),
        Filters.eq("unread", true));
  }

  private long lastSeq(ClientSession session, Conversation conversation) {
    Document last =
        messages
            .find(session, Filters.eq("conversation", conversation.key()))
            .projection(Projections.include("seq"))
            .sort(Sorts.descending("seq"))
            .first();
    return last == null ? 0 : DocumentFields.number(last, "seq");
  }
}
