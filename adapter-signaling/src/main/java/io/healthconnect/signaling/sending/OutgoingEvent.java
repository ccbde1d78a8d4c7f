package io.healthconnect.signaling.sending;

import com.fasterxml.jackson.databind.JsonNode;
import io.healthconnect.signaling.protocol.OutgoingPacket;
import io.healthconnect.signaling.protocol.SocketCodec;
import java.util.List;

/** An event for one or more sockets, serialised once. */
public final class OutgoingEvent {
  private final OutgoingPacket packet;

  private OutgoingEvent(OutgoingPacket packet) {
    this.packet = packet;
  }

  /** An event with these arguments; binary data in them becomes attachments. */
  public static OutgoingEvent of(String name, JsonNode... args) {
    return new OutgoingEvent(SocketCodec.event(name, List.of(args)));
  }

  /** An event whose payload is complete JSON. */
  public static OutgoingEvent ofJson(String name, String payload) {
    return new OutgoingEvent(new OutgoingPacket(SocketCodec.event(name, payload)));
  }

  /** The packet for the sockets of a namespace; that of the main one is made once for all. */
  public OutgoingPacket in(String namespace) {
    return namespace.equals(SocketCodec.ROOT) ? packet : SocketCodec.in(namespace, packet);
  }

  /** The length of its packet in the main namespace. */
  public int bytes() {
    return packet.bytes();
  }

  /** The event with an offset as one more argument. */
  public OutgoingEvent withOffset(Offset offset) {
    String plain = packet.text();
    String last = offset.text();
    StringBuilder text = new StringBuilder(plain.length() + last.length() + 3);
    text.append(plain, 0, plain.length() - 1).append(",\"").append(last).append("\"]");
    return new OutgoingEvent(new OutgoingPacket(text.toString(), packet.attachments()));
  }
}
