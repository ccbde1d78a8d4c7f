package io.healthconnect.application.account;

import io.healthconnect.application.Actor;

/** Ends the actor's session, or all sessions of the account. Takes effect before it returns. */
public interface LogOut {
  void logOut(Command command);

  record Command(Actor actor, boolean everywhere) {}
}
