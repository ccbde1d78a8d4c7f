package io.healthconnect.signaling.sending;

import io.healthconnect.signaling.protocol.ServerFrames;
import org.jspecify.annotations.Nullable;

/** The text of one packet and its WebSocket frame, which is encoded once for all recipients. */
public final class OutgoingText {
  private final String text;

  // Two threads may both encode it, with the same result.
  private volatile byte @Nullable [] frame;

  public OutgoingText(String text) {
    this.text = text;
  }

  public String text() {
    return text;
  }

  /** The length of the text in UTF-8. */
  public int bytes() {
    int length = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      // Each surrogate accounts for two of the pair's four bytes.
      length += c < 0x80 ? 1 : c < 0x800 || Character.isSurrogate(c) ? 2 : 3;
    }
    return length;
  }

  /** The complete WebSocket frame; must not be modified. */
  public byte[] frame() {
    byte[] made = frame;
    if (made == null) {
      made = ServerFrames.text(text);
      frame = made;
    }
    return made;
  }
}
