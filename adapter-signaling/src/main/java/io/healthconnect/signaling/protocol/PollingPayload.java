package io.healthconnect.signaling.protocol;

import java.util.List;

/** The body of a polling request or response: packets separated by U+001E. */
public final class PollingPayload {
  private static final String SEPARATOR = "\u001e";

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
    return packet.startsWith("b");
  }
}
