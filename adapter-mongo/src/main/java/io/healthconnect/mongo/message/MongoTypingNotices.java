package io.healthconnect.mongo.message;

import io.healthconnect.domain.StoreUnavailableException;
import io.healthconnect.domain.account.AccountId;
import io.healthconnect.domain.change.Change;
import io.healthconnect.domain.message.TypingNotices;
import io.healthconnect.mongo.db.MongoHandles;
import io.healthconnect.mongo.event.Events;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Typing notices, as events that reach every node. */
public final class MongoTypingNotices implements TypingNotices {
  private static final Logger LOG = LoggerFactory.getLogger(MongoTypingNotices.class);

  private final MongoHandles handles;
  private final Events events;

  public MongoTypingNotices(MongoHandles handles) {
    this.handles = handles;
    this.events = new Events(handles);
  }

  @Override
  public void typing(AccountId from, AccountId to) {
    try {
      handles.run(() -> events.publish(new Change.Typing(from, to)));
    } catch (StoreUnavailableException e) {
      LOG.debug("Typing was not passed on", e);
    }
  }
}
