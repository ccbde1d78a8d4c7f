package io.healthconnect.application.media;

import io.healthconnect.application.Actor;
import io.healthconnect.domain.Result;
import io.healthconnect.domain.account.Account;

/** Gives the actor a new avatar; the former one is removed. */
public interface ChangeAvatar {

  Result<Account, ImageUploads.Refusal> handle(Command command);

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
