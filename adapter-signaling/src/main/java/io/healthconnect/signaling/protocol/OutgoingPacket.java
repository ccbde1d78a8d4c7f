package io.healthconnect.signaling.protocol;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One packet with its binary attachments, if it has any, which nothing may come between. Its
 * WebSocket frames are encoded once for all recipients.
 */
public final class OutgoingPacket {
  private final String text;
  private final List<byte[]> attachments;

  // Two threads may both encode them, with the same result.
  private volatile byte @Nullable [] frames;

  public OutgoingPacket(String text) {
    this(text, List.of());
  }

  /**
   * @param attachments must not be modified
   */
  public OutgoingPacket(String text, List<byte[]> attachments) {
    this.text = text;
    this.attachments = List.copyOf(attachments);
  }

  public String text() {
    return text;
  }

  public List<byte[]> attachments() {
    return attachments;
  }

  /** Its part of a polling payload. */
  public String payload() {
    return attachments.isEmpty() ? text : PollingPayload.of(text, attachments);
  }

  /** The length of the payload in UTF-8. */
  public int bytes() {
    int length = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      // Each surrogate accounts for two of the pair's four bytes.
      length += c < 0x80 ? 1 : c < 0x800 || Character.isSurrogate(c) ? 2 : 3;
    }
    for (byte[] attachment : attachments) {
      length += PollingPayload.length(attachment);
    }
    return length;
  }

  /** The complete WebSocket frames; must not be modified. */
  public byte[] frames() {
    byte[] made = frames;
    if (made == null) {
      made = attachments.isEmpty() ? ServerFrames.text(text) : ServerFrames.of(text, attachments);
      frames = made;
    }
    return made;
  }
}
