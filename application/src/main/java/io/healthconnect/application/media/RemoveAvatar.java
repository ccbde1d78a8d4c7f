package io.healthconnect.application.media;

import io.healthconnect.application.Actor;
import io.healthconnect.domain.account.Account;

/** Takes the actor's avatar away; does nothing when there is none. */
@FunctionalInterface
public interface RemoveAvatar {
  Account handle(Actor actor);
}
