package io.healthconnect.rest.media;

import io.healthconnect.application.media.ChangeAvatar;
import io.healthconnect.application.media.MediaUseCases;
import io.healthconnect.application.media.RemoveAvatar;
import io.healthconnect.domain.InvalidValueException;
import io.healthconnect.domain.InvalidValueException.Code;
import io.healthconnect.rest.account.UserResponses;
import io.healthconnect.rest.http.admission.Access;
import io.healthconnect.rest.http.reply.ErrorCode;
import io.healthconnect.rest.http.reply.Problem;
import io.healthconnect.rest.http.reply.Reply;
import io.healthconnect.rest.http.request.Exchange;
import io.healthconnect.rest.http.request.ImageUpload;
import io.healthconnect.rest.http.request.ImageUploadReader;
import io.healthconnect.rest.http.server.Route;
import java.util.List;

/** Routes of one's own avatar. */
public final class AvatarRoutes {
  private final MediaUseCases useCases;
  private final UserResponses users;
  private final ImageUploadReader uploads;

  public AvatarRoutes(MediaUseCases useCases, UserResponses users, ImageUploadReader uploads) {
    this.useCases = useCases;
    this.users = users;
    this.uploads = uploads;
  }

  public List<Route> routes() {
    return List.of(
        Route.put("/api/me/avatar", Access.SIGNED_IN, this::change),
        Route.delete("/api/me/avatar", Access.SIGNED_IN, this::remove));
  }

  private Reply change(Exchange exchange) {
    return uploads.answer(exchange, upload -> change(exchange, upload));
  }

  private Reply change(Exchange exchange, ImageUpload upload) {
    if (upload.text().isPresent()
        || upload.clientId().isPresent()
        || upload.licenceNumber().isPresent()) {
      throw new InvalidValueException("body", "may only contain an image", Code.UNKNOWN_FIELD);
    }
    byte[] file =
        upload
            .image()
            .orElseThrow(() -> new InvalidValueException("image", "must be given", Code.REQUIRED));
    return useCases
        .changeAvatar()
        .changeAvatar(new ChangeAvatar.Command(exchange.actor(), file))
        .fold(account -> user(exchange), ImageProblems::of);
  }

  private Reply remove(Exchange exchange) {
    exchange.noBody();
    useCases.removeAvatar().removeAvatar(new RemoveAvatar.Command(exchange.actor()));
    return Reply.noContent();
  }

  private Reply user(Exchange exchange) {
    return users
        .find(exchange.actor())
        .<Reply>map(user -> Reply.ok("user", user))
        .orElseGet(() -> Problem.of(ErrorCode.UNAUTHENTICATED));
  }
}
