package io.healthconnect.signaling.protocol;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A Socket.IO v5 packet from a client. Ack ids are digits and are returned unchanged. */
public sealed interface SocketPacket {
  String namespace();

  record Connect(String namespace, @Nullable ObjectNode auth) implements SocketPacket {}

  record Disconnect(String namespace) implements SocketPacket {}

  record Event(String namespace, @Nullable String ackId, String name, List<JsonNode> args)
      implements SocketPacket {
    public Event {
      args = List.copyOf(args);
    }
  }

  record Ack(String namespace, String id, List<JsonNode> args) implements SocketPacket {
    public Ack {
      args = List.copyOf(args);
    }
  }

  /** An event or ack that is complete once its binary attachments have arrived. */
  record Binary(int attachments, SocketPacket packet) implements SocketPacket {
    @Override
    public String namespace() {
      return packet.namespace();
    }

    /** The packet with its attachments in the places that they have in the arguments. */
    public SocketPacket complete(List<byte[]> data) {
      if (packet instanceof Event event) {
        List<JsonNode> args = Attachments.insert(event.args(), data);
        return new Event(event.namespace(), event.ackId(), event.name(), args);
      }
      if (packet instanceof Ack ack) {
        return new Ack(ack.namespace(), ack.id(), Attachments.insert(ack.args(), data));
      }
      return packet;
    }
  }
}
