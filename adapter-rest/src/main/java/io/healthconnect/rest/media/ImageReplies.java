package io.healthconnect.rest.media;

import io.healthconnect.domain.media.Delivery;
import io.healthconnect.domain.media.Media;
import io.healthconnect.domain.media.MediaType;
import io.healthconnect.rest.http.reply.Reply;

/** Replies with an image or a document, which a browser never runs as anything else. */
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
    Reply.Content file =
        Reply.document(media.type().contentType(), bytes)
            .with("Content-Disposition", disposition(media.type()))
            .with("Content-Security-Policy", SANDBOX)
            .with("Cache-Control", media.isAvatar() ? AN_HOUR : NEVER);
    return media.isAvatar() ? file.with("ETag", tag(media)) : file;
  }

  /** A document is only saved; its name, which the message has, is left to whoever saves it. */
  private static String disposition(MediaType type) {
    return type == MediaType.PDF
        ? "attachment"
        : "inline; filename=\"image." + type.extension() + "\"";
  }

  static String tag(Media media) {
    return '"' + media.id().value() + '"';
  }
}
