package io.healthconnect.application.media;

import io.healthconnect.application.Actor;
import io.healthconnect.domain.account.Account;

/** Removes the actor's avatar; does nothing if there is none. */
public interface RemoveAvatar {
  Account removeAvatar(Command command);

  record Command(Actor actor) {}
}
