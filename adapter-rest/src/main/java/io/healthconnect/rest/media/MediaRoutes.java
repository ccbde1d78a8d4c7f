package io.healthconnect.rest.media;

import io.healthconnect.application.media.FetchImage;
import io.healthconnect.domain.media.Delivery;
import io.healthconnect.domain.media.Media;
import io.healthconnect.domain.media.MediaId;
import io.healthconnect.rest.http.admission.Access;
import io.healthconnect.rest.http.reply.ErrorCode;
import io.healthconnect.rest.http.reply.Problem;
import io.healthconnect.rest.http.reply.Reply;
import io.healthconnect.rest.http.request.Exchange;
import io.healthconnect.rest.http.server.Route;
import java.util.List;
import java.util.Optional;

/**
 * Serves images. Access is checked on every request. An avatar may be cached for an hour, because a
 * new avatar has a new URL; an image of a message is never cached.
 */
public final class MediaRoutes {
  private static final String SANDBOX = "default-src 'none'; sandbox";
  private static final String AN_HOUR = "public, max-age=3600";
  private static final String NEVER = "private, no-store";

  private final FetchImage fetch;
  private final HeldImages sending;

  /**
   * @param mostBytes of images that are being sent to everybody
   */
  public MediaRoutes(FetchImage fetch, long mostBytes) {
    this.fetch = fetch;
    this.sending = new HeldImages(mostBytes, HeldImages.PATIENCE);
  }

  public List<Route> routes() {
    return List.of(Route.get("/api/media/{id}", Access.MAYBE_SIGNED_IN, this::media));
  }

  private Reply media(Exchange exchange) {
    FetchImage.Query query =
        new FetchImage.Query(exchange.viewer(), new MediaId(exchange.path("id")));
    return fetch
        .fetchImage(query)
        .flatMap(found -> reply(exchange, found))
        .orElseGet(() -> nothing(exchange));
  }

  /** Does not reveal whether there is an image that the viewer may not see. */
  private static Reply nothing(Exchange exchange) {
    return Problem.of(
        exchange.viewer().isPresent() ? ErrorCode.NOT_FOUND : ErrorCode.UNAUTHENTICATED);
  }

  private Optional<Reply> reply(Exchange exchange, FetchImage.Found found) {
    String tag = '"' + found.media().id().value() + '"';
    boolean known = exchange.isKnown(found.media().id().value());
    if (found.media().isAvatar() && known) {
      return Optional.of(Reply.notModified().with("ETag", tag).with("Cache-Control", AN_HOUR));
    }
    HeldImages.Held held = sending.take(client(exchange), estimate(found.media()));
    exchange.onEnd(() -> held.resize(0));
    Optional<Delivery> delivery = found.delivery().get();
    held.resize(delivery.map(MediaRoutes::length).orElse(0L));
    return delivery.map(each -> reply(found.media(), tag, each));
  }

  private static String client(Exchange exchange) {
    return exchange
        .viewer()
        .map(viewer -> "person " + viewer.id().value())
        .orElse(exchange.address());
  }

  /** A byte for each pixel, which is more than photos have. */
  private static long estimate(Media media) {
    return (long) media.width() * media.height();
  }

  private static long length(Delivery delivery) {
    return delivery.fold(own -> (long) own.bytes().length, elsewhere -> 0L);
  }

  private static Reply reply(Media media, String tag, Delivery delivery) {
    return delivery.fold(
        own -> reply(media, tag, own.bytes()),
        elsewhere -> Reply.found(elsewhere.url()).with("Cache-Control", NEVER));
  }

  private static Reply reply(Media media, String tag, byte[] bytes) {
    Reply.Content image =
        Reply.document(media.type().contentType(), bytes)
            .with(
                "Content-Disposition",
                "inline; filename=\"image." + media.type().extension() + "\"")
            .with("Content-Security-Policy", SANDBOX)
            .with("Cache-Control", media.isAvatar() ? AN_HOUR : NEVER);
    return media.isAvatar() ? image.with("ETag", tag) : image;
  }
}
