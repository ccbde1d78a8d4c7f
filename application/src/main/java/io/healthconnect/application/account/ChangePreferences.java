package io.healthconnect.application.account;

import io.healthconnect.application.Actor;
import io.healthconnect.domain.account.Preferences;

/** Changes the language in which the actor is written to, and the zone of the times. */
public interface ChangePreferences {
  void changePreferences(Command command);

  /** The actor, and what is true from now on. */
  record Command(Actor actor, Preferences preferences) {}
}
