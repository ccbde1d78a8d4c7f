package io.healthconnect.signaling.endpoint;

import io.healthconnect.signaling.protocol.ServerFrames;
import org.jspecify.annotations.Nullable;

/** The text of one frame, and the finished frame, which is made once for all recipients. */
public final class OutgoingText {
  private final String text;

  // Two threads may both make it; the bytes are the same.
  private volatile byte @Nullable [] frame;

  public OutgoingText(String text) {
    this.text = text;
  }

  public String text() {
    return text;
  }

  /** The length of the text in UTF-8. */
  int bytes() {
    int length = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      // Each half of a pair stands for two of its four bytes.
      length += c < 0x80 ? 1 : c < 0x800 || Character.isSurrogate(c) ? 2 : 3;
    }
    return length;
  }

  /** The finished WebSocket frame; not to be changed. */
  public byte[] frame() {
    byte[] made = frame;
    if (made == null) {
      made = ServerFrames.text(text);
      frame = made;
    }
    return made;
  }
}
