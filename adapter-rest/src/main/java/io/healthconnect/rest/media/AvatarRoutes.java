package io.healthconnect.rest.media;

import io.healthconnect.application.media.ChangeAvatar;
import io.healthconnect.application.media.MediaUseCases;
import io.healthconnect.domain.InvalidValueException;
import io.healthconnect.rest.account.UserShapes;
import io.healthconnect.rest.account.Users;
import io.healthconnect.rest.http.Access;
import io.healthconnect.rest.http.ErrorCode;
import io.healthconnect.rest.http.Exchange;
import io.healthconnect.rest.http.ImageUpload;
import io.healthconnect.rest.http.ImageUploadReader;
import io.healthconnect.rest.http.Problem;
import io.healthconnect.rest.http.Reply;
import io.healthconnect.rest.http.Route;
import java.util.List;

/** The picture of oneself. */
public final class AvatarRoutes {
  private final MediaUseCases useCases;
  private final Users users;
  private final ImageUploadReader uploads;

  public AvatarRoutes(MediaUseCases useCases, Users users, ImageUploadReader uploads) {
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
    if (upload.text().isPresent() || upload.clientId().isPresent()) {
      throw new InvalidValueException("body", "may hold an image only");
    }
    byte[] file =
        upload.image().orElseThrow(() -> new InvalidValueException("image", "must be given"));
    return useCases
        .changeAvatar()
        .handle(new ChangeAvatar.Command(exchange.actor(), file))
        .fold(account -> user(exchange), ImageProblems::of);
  }

  private Reply remove(Exchange exchange) {
    exchange.noBody();
    useCases.removeAvatar().handle(exchange.actor());
    return Reply.noContent();
  }

  private Reply user(Exchange exchange) {
    return users
        .find(exchange.actor())
        .<Reply>map(user -> Reply.ok(new UserShapes.UserResponse(user)))
        .orElseGet(() -> Problem.of(ErrorCode.UNAUTHENTICATED));
  }
}
