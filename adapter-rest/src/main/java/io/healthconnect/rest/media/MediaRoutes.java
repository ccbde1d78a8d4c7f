package io.healthconnect.rest.media;

import io.healthconnect.application.media.FetchImage;
import io.healthconnect.application.media.ReadDocument;
import io.healthconnect.domain.media.Delivery;
import io.healthconnect.domain.media.Media;
import io.healthconnect.domain.media.MediaId;
import io.healthconnect.domain.media.MediaType;
import io.healthconnect.rest.http.admission.Access;
import io.healthconnect.rest.http.reply.ErrorCode;
import io.healthconnect.rest.http.reply.Problem;
import io.healthconnect.rest.http.reply.Reply;
import io.healthconnect.rest.http.request.Exchange;
import io.healthconnect.rest.http.server.Route;
import java.util.List;
import java.util.Optional;

/**
 * Serves images and documents. Access is checked on every request. An avatar may be cached for an
 * hour, because a new avatar has a new URL; nothing else is ever cached.
 */
public final class MediaRoutes {
  private final FetchImage fetch;
  private final ReadDocument readDocument;
  private final HeldImages sending;

  /**
   * @param mostBytes of images that are being sent to everybody
   */
  public MediaRoutes(FetchImage fetch, ReadDocument readDocument, long mostBytes) {
    this.fetch = fetch;
    this.readDocument = readDocument;
    this.sending = new HeldImages(mostBytes, HeldImages.PATIENCE);
  }

  public List<Route> routes() {
    return List.of(
        Route.get("/api/media/{id}", Access.MAYBE_SIGNED_IN, this::media),
        Route.get("/api/admin/documents/{id}", Access.ADMIN, this::document));
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
    boolean known = exchange.isKnown(found.media().id().value());
    if (found.media().isAvatar() && known) {
      return Optional.of(
          Reply.notModified()
              .with("ETag", ImageReplies.tag(found.media()))
              .with("Cache-Control", ImageReplies.AN_HOUR));
    }
    return send(exchange, found);
  }

  private Optional<Reply> send(Exchange exchange, FetchImage.Found found) {
    HeldImages.Held held = sending.take(client(exchange), estimate(found.media()));
    exchange.onEnd(() -> held.resize(0));
    Optional<Delivery> delivery = found.delivery().get();
    held.resize(delivery.map(MediaRoutes::length).orElse(0L));
    return delivery.map(each -> ImageReplies.of(found.media(), each));
  }

  private static String client(Exchange exchange) {
    return exchange
        .viewer()
        .map(viewer -> "person " + viewer.id().value())
        .orElse(exchange.address());
  }

  /** A document as it was uploaded; of an image a byte for each pixel, more than photos have. */
  private static long estimate(Media media) {
    return media.type() == MediaType.PDF
        ? media.upload().bytes()
        : (long) media.width() * media.height();
  }

  private static long length(Delivery delivery) {
    return delivery.fold(own -> (long) own.bytes().length, elsewhere -> 0L);
  }

  private Reply document(Exchange exchange) {
    ReadDocument.Query query =
        new ReadDocument.Query(exchange.actor(), new MediaId(exchange.path("id")));
    return readDocument
        .readDocument(query)
        .fold(
            found -> send(exchange, found).orElseGet(() -> Problem.of(ErrorCode.NOT_FOUND)),
            refusal ->
                switch (refusal) {
                  case NOT_AN_ADMIN -> Problem.of(ErrorCode.FORBIDDEN);
                  case NOT_FOUND -> Problem.of(ErrorCode.NOT_FOUND);
                });
  }
}
