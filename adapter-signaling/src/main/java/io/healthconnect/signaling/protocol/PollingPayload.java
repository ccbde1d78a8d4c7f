package io.healthconnect.signaling.protocol;

import java.nio.ByteBuffer;
import java.util.Base64;
import java.util.List;
import java.util.Optional;

/** The body of a polling request or response: packets separated by U+001E. */
public final class PollingPayload {
  private static final String SEPARATOR = "\u001e";
  private static final String BINARY = "b";

  private PollingPayload() {}

  /** The packets of a body; one without any is one empty packet, which is invalid. */
  public static List<String> split(String body) {
    return List.of(body.split(SEPARATOR, -1));
  }

  public static String join(List<String> packets) {
    return String.join(SEPARATOR, packets);
  }

  /** Whether the packet is binary data in Base64. */
  public static boolean isBinary(String packet) {
    return packet.startsWith(BINARY);
  }

  /** The data of a binary packet, or empty if it is not valid. */
  public static Optional<ByteBuffer> binary(String packet) {
    try {
      String data = packet.substring(BINARY.length());
      return Optional.of(ByteBuffer.wrap(Base64.getDecoder().decode(data)));
    } catch (IllegalArgumentException invalid) {
      return Optional.empty();
    }
  }

  /** A packet and its attachments. */
  static String of(String text, List<byte[]> attachments) {
    StringBuilder payload = new StringBuilder(text);
    for (byte[] attachment : attachments) {
      payload
          .append(SEPARATOR)
          .append(BINARY)
          .append(Base64.getEncoder().encodeToString(attachment));
    }
    return payload.toString();
  }

  /** How much an attachment adds to its packet. */
  static int length(byte[] attachment) {
    return SEPARATOR.length() + BINARY.length() + (attachment.length + 2) / 3 * 4;
  }
}
