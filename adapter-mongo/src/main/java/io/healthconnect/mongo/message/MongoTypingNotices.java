package io.healthconnect.mongo.message;

import io.healthconnect.domain.account.AccountId;
import io.healthconnect.domain.change.Change;
import io.healthconnect.domain.message.Conversation;
import io.healthconnect.domain.message.TypingNotices;
import io.healthconnect.mongo.appointment.ContactFence;
import io.healthconnect.mongo.db.MongoHandles;
import io.healthconnect.mongo.event.Events;

/**
 * Typing notices, as events that reach every node, and of which none follows the end of contact.
 */
public final class MongoTypingNotices implements TypingNotices {
  private final MongoHandles handles;
  private final Events events;
  private final ContactFence contacts;

  public MongoTypingNotices(MongoHandles handles) {
    this.handles = handles;
    this.events = new Events(handles);
    this.contacts = new ContactFence(handles);
  }

  @Override
  public boolean typing(AccountId from, AccountId to) {
    return handles.transact(
        Conversation.between(from, to).key(),
        session -> {
          boolean inContact = contacts.hold(session, from, to);
          if (inContact) {
            events.publish(session, new Change.Typing(from, to));
          }
          return inContact;
        });
  }
}
