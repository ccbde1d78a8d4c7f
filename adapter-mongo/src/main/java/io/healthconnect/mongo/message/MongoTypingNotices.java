package io.healthconnect.mongo.message;

import io.healthconnect.domain.account.AccountId;
import io.healthconnect.domain.change.Change;
import io.healthconnect.domain.message.Conversation;
import io.healthconnect.domain.message.TypingNotices;
import io.healthconnect.mongo.appointment.ContactFence;
import io.healthconnect.mongo.db.MongoHandles;
import io.healthconnect.mongo.event.Events;
import io.healthconnect.mongo.presence.DevicePlaces;

/**
 * Typing notices, as events of which none follows the end of contact. They go to the nodes to which
 * the receiver is connected, or to all if this node knows of none. A device that connects in the
 * same moment may miss one, as no store keeps them.
 */
public final class MongoTypingNotices implements TypingNotices {
  private final MongoHandles handles;
  private final Events events;
  private final ContactFence contacts;
  private final DevicePlaces places;

  public MongoTypingNotices(MongoHandles handles, DevicePlaces places) {
    this.handles = handles;
    this.places = places;
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
            events.publish(session, new Change.Typing(from, to), places.of(to));
          }
          return inContact;
        });
  }
}
