package io.healthconnect.application.media;

import io.healthconnect.application.audit.AuditTrail;
import io.healthconnect.domain.account.AccountRepository;
import java.time.Clock;
import java.util.Optional;

/** The use cases of images, except for sending them, which is a use case of messages. */
public record MediaUseCases(
    ChangeAvatar changeAvatar,
    RemoveAvatar removeAvatar,
    FetchImage fetch,
    ReadDocument readDocument,
    RemoveImages removeImages,
    SweepImages sweep) {

  public static MediaUseCases create(
      MediaPorts ports,
      AccountRepository accounts,
      ImageUploads uploads,
      AuditTrail trail,
      Clock clock) {
    Avatars avatars = new Avatars(accounts, uploads);
    SweepImages sweep = new SweepImagesHandler(ports, clock);
    return new MediaUseCases(
        new ChangeAvatarHandler(uploads, avatars),
        command -> avatars.show(command.actor().id(), Optional.empty()),
        new FetchImageHandler(ports, trail),
        new ReadDocumentHandler(ports, trail),
        new RemoveImagesHandler(accounts, ports, avatars, sweep),
        sweep);
  }
}
