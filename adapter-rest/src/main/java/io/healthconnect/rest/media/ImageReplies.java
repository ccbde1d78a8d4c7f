package io.healthconnect.rest.media;

import io.healthconnect.domain.media.Delivery;
import io.healthconnect.domain.media.Media;
import io.healthconnect.rest.http.reply.Reply;

/** Replies with an image, which a browser never runs as anything else. */
final class ImageReplies {
  static final String AN_HOUR = "public, max-age=3600";
  private static final String SANDBOX = "default-src 'none'; sandbox";
  private static final String NEVER = "private, no-store";

  private ImageReplies() {}

  static Reply of(Media media, Delivery delivery) {
    return delivery.fold(
        own -> of(media, own.bytes()),
        elsewhere -> Reply.found(elsewhere.url()).with("Cache-Control", NEVER));
  }

  private static Reply of(Media media, byte[] bytes) {
    Reply.Content image =
        Reply.document(media.type().contentType(), bytes)
            .with(
                "Content-Disposition",
                "inline; filename=\"image." + media.type().extension() + "\"")
            .with("Content-Security-Policy", SANDBOX)
            .with("Cache-Control", media.isAvatar() ? AN_HOUR : NEVER);
    return media.isAvatar() ? image.with("ETag", tag(media)) : image;
  }

  static String tag(Media media) {
    return '"' + media.id().value() + '"';
  }
}
