package io.healthconnect.edge.view;

import io.healthconnect.domain.message.Message;
import org.jspecify.annotations.Nullable;

/** A chat message. */
public record MessageResponse(
    String id,
    long seq,
    String senderId,
    String receiverId,
    @Nullable String text,
    @Nullable Image image,
    @Nullable Document document,
    String clientId,
    String createdAt,
    @Nullable String readAt) {

  /** An image of a message; {@code url} is a path on this server. */
  public record Image(String id, String url, int width, int height) {
    private static Image of(io.healthconnect.domain.message.Image image) {
      return new Image(
          image.id().value(), MediaPaths.of(image.id()), image.width(), image.height());
    }
  }

  /** A document of a message; {@code url} is a path on this server, {@code bytes} its length. */
  public record Document(String id, String url, String name, long bytes) {
    private static Document of(io.healthconnect.domain.message.Document document) {
      return new Document(
          document.id().value(),
          MediaPaths.of(document.id()),
          document.name().value(),
          document.bytes());
    }
  }

  public static MessageResponse of(Message message) {
    return new MessageResponse(
        message.id().value(),
        message.seq(),
        message.sender().value(),
        message.receiver().value(),
        message.text().orElse(null),
        message.image().map(Image::of).orElse(null),
        message.document().map(Document::of).orElse(null),
        message.clientId().value(),
        WireTimes.instant(message.createdAt()),
        message.readAt().map(WireTimes::instant).orElse(null));
  }
}
