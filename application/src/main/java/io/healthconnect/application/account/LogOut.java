package io.healthconnect.application.account;

import io.healthconnect.application.Actor;

/** Ends the actor's session, or all of the account's; in effect before it returns. */
public interface LogOut {
  void handle(Command command);

  record Command(Actor actor, boolean everywhere) {}
}
