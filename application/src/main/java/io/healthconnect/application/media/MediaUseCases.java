package io.healthconnect.application.media;

import io.healthconnect.domain.account.AccountRepository;
import java.time.Clock;
import java.util.Optional;

/** Everything about images but sending them, which is a matter of messages. */
public record MediaUseCases(
    ChangeAvatar changeAvatar,
    RemoveAvatar removeAvatar,
    FetchImage fetch,
    RemoveImages removeImages,
    SweepImages sweep) {

  public static MediaUseCases create(
      MediaPorts ports, AccountRepository accounts, ImageUploads uploads, Clock clock) {
    Avatars avatars = new Avatars(accounts, uploads);
    SweepImages sweep = new SweepImagesHandler(ports, clock);
    return new MediaUseCases(
        new ChangeAvatarHandler(uploads, avatars),
        actor -> avatars.show(actor.id(), Optional.empty()),
        new FetchImageHandler(ports),
        new RemoveImagesHandler(accounts, ports, avatars, sweep),
        sweep);
  }
}
