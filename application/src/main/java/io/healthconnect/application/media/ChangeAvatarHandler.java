package io.healthconnect.application.media;

import io.healthconnect.domain.Result;
import io.healthconnect.domain.account.Account;
import io.healthconnect.domain.media.ImagePurpose;
import io.healthconnect.domain.media.ImageRefusal;
import java.util.Optional;

final class ChangeAvatarHandler implements ChangeAvatar {
  private final ImageUploads uploads;
  private final Avatars avatars;

  ChangeAvatarHandler(ImageUploads uploads, Avatars avatars) {
    this.uploads = uploads;
    this.avatars = avatars;
  }

  @Override
  public Result<Account, ImageRefusal> changeAvatar(Command command) {
    return uploads
        .take(command.actor().id(), ImagePurpose.AVATAR, Optional.empty(), command.file())
        .map(media -> avatars.show(command.actor().id(), Optional.of(media.id())));
  }
}
