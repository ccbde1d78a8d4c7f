package io.healthconnect.signaling.endpoint;

import com.fasterxml.jackson.databind.JsonNode;
import io.healthconnect.signaling.protocol.SocketCodec;

/** An event for one or many sockets, serialised once. */
public final class OutgoingEvent {
  private final OutgoingText text;

  private OutgoingEvent(String text) {
    this.text = new OutgoingText(text);
  }

  public static OutgoingEvent of(String name, JsonNode payload) {
    return ofJson(name, payload.toString());
  }

  /** An event whose payload is finished JSON. */
  public static OutgoingEvent ofJson(String name, String payload) {
    return new OutgoingEvent(SocketCodec.event(name, payload));
  }

  OutgoingText text() {
    return text;
  }
}
