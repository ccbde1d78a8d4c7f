package io.healthconnect.application.message;

import io.healthconnect.application.Actor;
import io.healthconnect.domain.account.AccountId;

/** Marks what the actor received from somebody as read, up to a number; marks only go forward. */
public interface MarkRead {

  /**
   * @return false when the two neither may talk nor ever did
   */
  boolean handle(Command command);

  record Command(Actor actor, AccountId other, long upTo) {}
}
