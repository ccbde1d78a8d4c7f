package io.healthconnect.signaling.sending;

import com.fasterxml.jackson.databind.JsonNode;
import io.healthconnect.signaling.protocol.SocketCodec;

/** An event for one or more sockets, serialised once. */
public final class OutgoingEvent {
  private final OutgoingText text;

  private OutgoingEvent(String text) {
    this.text = new OutgoingText(text);
  }

  public static OutgoingEvent of(String name, JsonNode payload) {
    return ofJson(name, payload.toString());
  }

  /** An event whose payload is complete JSON. */
  public static OutgoingEvent ofJson(String name, String payload) {
    return new OutgoingEvent(SocketCodec.event(name, payload));
  }

  public OutgoingText text() {
    return text;
  }

  /** The event with an offset as one more argument. */
  public OutgoingText withOffset(Offset offset) {
    String plain = text.text();
    return new OutgoingText(plain.substring(0, plain.length() - 1) + ",\"" + offset.text() + "\"]");
  }
}
