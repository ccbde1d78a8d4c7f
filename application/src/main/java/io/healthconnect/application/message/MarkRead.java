package io.healthconnect.application.message;

import io.healthconnect.application.Actor;
import io.healthconnect.domain.account.AccountId;

/**
 * Marks the messages that the actor received from somebody as read, up to a number. Marks only move
 * forward.
 */
public interface MarkRead {

  /**
   * @return false if the two may not talk and have never talked
   */
  boolean markRead(Command command);

  record Command(Actor actor, AccountId other, long upTo) {}
}
