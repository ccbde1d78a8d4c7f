package io.healthconnect.rest.media;

import io.healthconnect.application.media.FetchImage;
import io.healthconnect.domain.account.MediaId;
import io.healthconnect.domain.media.Delivery;
import io.healthconnect.domain.media.Media;
import io.healthconnect.rest.http.Access;
import io.healthconnect.rest.http.ErrorCode;
import io.healthconnect.rest.http.Exchange;
import io.healthconnect.rest.http.Problem;
import io.healthconnect.rest.http.Reply;
import io.healthconnect.rest.http.Route;
import java.util.List;
import java.util.Optional;

/**
 * Hands out images. Who may see one is asked on every request. An avatar may stay in caches for an
 * hour, because another one has another address; an image of a message is kept by none.
 */
public final class MediaRoutes {
  private static final String SANDBOX = "default-src 'none'; sandbox";
  private static final String AN_HOUR = "public, max-age=3600";
  private static final String NEVER = "private, no-store";

  private final FetchImage fetch;

  public MediaRoutes(FetchImage fetch) {
    this.fetch = fetch;
  }

  public List<Route> routes() {
    return List.of(Route.get("/api/media/{id}", Access.MAYBE_SIGNED_IN, this::media));
  }

  private Reply media(Exchange exchange) {
    FetchImage.Query query =
        new FetchImage.Query(exchange.viewer(), new MediaId(exchange.path("id")));
    return fetch
        .handle(query)
        .flatMap(found -> reply(exchange, found))
        .orElseGet(() -> nothing(exchange));
  }

  /** Nobody learns whether there is an image that they may not see. */
  private static Reply nothing(Exchange exchange) {
    return Problem.of(
        exchange.viewer().isPresent() ? ErrorCode.NOT_FOUND : ErrorCode.UNAUTHENTICATED);
  }

  private static Optional<Reply> reply(Exchange exchange, FetchImage.Found found) {
    String tag = '"' + found.media().id().value() + '"';
    boolean known = exchange.header("If-None-Match").filter(tag::equals).isPresent();
    if (found.media().isAvatar() && known) {
      return Optional.of(Reply.notModified().with("ETag", tag).with("Cache-Control", AN_HOUR));
    }
    return found.delivery().get().map(delivery -> reply(found.media(), tag, delivery));
  }

  private static Reply reply(Media media, String tag, Delivery delivery) {
    if (delivery instanceof Delivery.Redirect elsewhere) {
      return Reply.found(elsewhere.url()).with("Cache-Control", NEVER);
    }
    Reply.Content image =
        Reply.document(media.type().contentType(), ((Delivery.Bytes) delivery).bytes())
            .with(
                "Content-Disposition",
                "inline; filename=\"image." + media.type().extension() + "\"")
            .with("Content-Security-Policy", SANDBOX)
            .with("Cache-Control", media.isAvatar() ? AN_HOUR : NEVER);
    return media.isAvatar() ? image.with("ETag", tag) : image;
  }
}
