package io.healthconnect.application.view;

import org.jspecify.annotations.Nullable;

/** A chat message. */
public record MessageView(
    String id,
    long seq,
    String senderId,
    String receiverId,
    @Nullable String text,
    @Nullable ImageView image,
    String clientId,
    String createdAt,
    @Nullable String readAt) {

  /** An image of a message; {@code url} is a path of this server. */
  public record ImageView(String id, String url, int width, int height) {}
}
