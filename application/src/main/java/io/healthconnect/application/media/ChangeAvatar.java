package io.healthconnect.application.media;

import io.healthconnect.application.Actor;
import io.healthconnect.domain.Result;
import io.healthconnect.domain.account.Account;
import io.healthconnect.domain.media.ImageRefusal;

/** Replaces the actor's avatar and removes the previous one. */
public interface ChangeAvatar {

  Result<Account, ImageRefusal> changeAvatar(Command command);

  /**
   * @param file as uploaded
   */
  record Command(Actor actor, byte[] file) {
    @Override
    public String toString() {
      return "ChangeAvatar.Command[hidden]";
    }
  }
}
