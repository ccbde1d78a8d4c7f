package io.healthconnect.signaling.protocol;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The part of a Socket.IO packet before its JSON: type, attachments, namespace, ack id. */
record PacketHead(
    char type, int attachments, String namespace, @Nullable String ackId, int payloadStart) {
  private static final int MAX_NAMESPACE = 255;

  /** The maximum number of digits of an ack id. */
  private static final int MAX_ID = 40;

  static Optional<PacketHead> parse(String content, int maxAttachments) {
    if (content.isEmpty() || content.charAt(0) < '0' || content.charAt(0) > '6') {
      return Optional.empty();
    }
    char type = content.charAt(0);
    int at = 1;
    int attachments = 0;
    if (type == '5' || type == '6') {
      int dash = digitsEnd(content, at);
      if (dash == at || dash - at > 4 || !content.startsWith("-", dash)) {
        return Optional.empty();
      }
      attachments = Integer.parseInt(content.substring(at, dash));
      at = dash + 1;
    }
    String namespace = SocketCodec.ROOT;
    if (content.startsWith("/", at)) {
      int comma = content.indexOf(',', at);
      int end = comma < 0 ? content.length() : comma;
      if (end - at > MAX_NAMESPACE) {
        return Optional.empty();
      }
      namespace = content.substring(at, end);
      at = comma < 0 ? end : comma + 1;
    }
    int idEnd = digitsEnd(content, at);
    if (attachments > maxAttachments || idEnd - at > MAX_ID) {
      return Optional.empty();
    }
    String id = idEnd == at ? null : content.substring(at, idEnd);
    return Optional.of(new PacketHead(type, attachments, namespace, id, idEnd));
  }

  private static int digitsEnd(String text, int from) {
    int at = from;
    while (at < text.length() && text.charAt(at) >= '0' && text.charAt(at) <= '9') {
      at++;
    }
    return at;
  }
}
