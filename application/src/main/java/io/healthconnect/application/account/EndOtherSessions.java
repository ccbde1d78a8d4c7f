package io.healthconnect.application.account;

import io.healthconnect.application.Actor;

/** Ends all sessions of the actor's account except the present one. */
@FunctionalInterface
public interface EndOtherSessions {
  void endOtherSessions(Actor actor);
}
