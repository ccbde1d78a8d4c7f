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
import io.healthconnect.mongo.appointment.ContactFence;
import io.healthconnect.mongo.db.DocumentFields;
import io.healthconnect.mongo.db.MongoHandles;
import io.healthconnect.mongo.event.Events;
import io.healthconnect.mongo.schema.CollectionName;
import java.time.Instant;
import org.bson.Document;

/**
 * Marks messages as read and, while there is contact, writes the event that reports it, in one
 * transaction.
 */
final class ReadMarks {
  private final MongoHandles handles;
  private final MongoCollection<Document> messages;
  private final Events events;
  private final ContactFence contacts;

  ReadMarks(MongoHandles handles) {
    this.handles = handles;
    this.messages = handles.collection(CollectionName.MESSAGES);
    this.events = new Events(handles);
    this.contacts = new ContactFence(handles);
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
          return changed;
        });
  }

  private int update(
      ClientSession session, Conversation conversation, AccountId reader, long upTo, Instant at) {
    return (int)
        messages
            .updateMany(
                session,
                Filters.and(
                    Filters.eq("receiverId", reader.value()),
                    Filters.eq("conversation", conversation.key()),
                    Filters.eq("unread", true),
                    Filters.lte("seq", upTo)),
                Updates.combine(Updates.unset("unread"), Updates.set("readAt", at)),
                new UpdateOptions().hintString("unread"))
            .getModifiedCount();
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
