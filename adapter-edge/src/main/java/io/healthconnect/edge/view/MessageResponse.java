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

  public static MessageResponse of(Message message) {
    return new MessageResponse(
        message.id().value(),
        message.seq(),
        message.sender().value(),
        message.receiver().value(),
        message.text().orElse(null),
        message.image().map(Image::of).orElse(null),
        message.clientId().value(),
        WireTimes.instant(message.createdAt()),
        message.readAt().map(WireTimes::instant).orElse(null));
  }
}
