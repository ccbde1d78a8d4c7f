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
import io.healthconnect.rest.http.request.FileUpload;
import io.healthconnect.rest.http.request.FileUploadReader;
import io.healthconnect.rest.http.server.Route;
import java.util.List;
import java.util.Set;

/** Routes of one's own avatar. */
public final class AvatarRoutes {
  private static final Set<String> FIELDS = Set.of("image");

  private final MediaUseCases useCases;
  private final UserResponses users;
  private final FileUploadReader uploads;

  public AvatarRoutes(MediaUseCases useCases, UserResponses users, FileUploadReader uploads) {
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
    return uploads.answer(exchange, FIELDS, upload -> change(exchange, upload));
  }

  private Reply change(Exchange exchange, FileUpload upload) {
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
