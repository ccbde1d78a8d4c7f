package io.healthconnect.signaling.protocol;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A Socket.IO v5 packet from a client. Ack ids are digits and are returned unchanged. */
public sealed interface SocketPacket {
  String namespace();

  /** Calls the method for this kind of packet and returns its value. */
  <T> T fold(Cases<T> cases);

  /** Decides on every kind of packet; a new kind does not compile until each user has decided. */
  interface Cases<T> {
    T connect(Connect packet);

    T disconnect(Disconnect packet);

    T event(Event packet);

    T ack(Ack packet);

    T binary(Binary packet);
  }

  /** A packet with arguments, in which binary attachments may have places. */
  sealed interface WithArguments extends SocketPacket {
    /** The packet with its attachments in the places that they have in the arguments. */
    WithArguments withAttachments(List<byte[]> data);
  }

  record Connect(String namespace, @Nullable ObjectNode auth) implements SocketPacket {
    @Override
    public <T> T fold(Cases<T> cases) {
      return cases.connect(this);
    }
  }

  record Disconnect(String namespace) implements SocketPacket {
    @Override
    public <T> T fold(Cases<T> cases) {
      return cases.disconnect(this);
    }
  }

  record Event(String namespace, @Nullable String ackId, String name, List<JsonNode> args)
      implements WithArguments {
    public Event {
      args = List.copyOf(args);
    }

    @Override
    public Event withAttachments(List<byte[]> data) {
      return new Event(namespace, ackId, name, Attachments.insert(args, data));
    }

    @Override
    public <T> T fold(Cases<T> cases) {
      return cases.event(this);
    }
  }

  record Ack(String namespace, String id, List<JsonNode> args) implements WithArguments {
    public Ack {
      args = List.copyOf(args);
    }

    @Override
    public Ack withAttachments(List<byte[]> data) {
      return new Ack(namespace, id, Attachments.insert(args, data));
    }

    @Override
    public <T> T fold(Cases<T> cases) {
      return cases.ack(this);
    }
  }

  /** An event or ack that is complete once its binary attachments have arrived. */
  record Binary(int attachments, WithArguments packet) implements SocketPacket {
    @Override
    public String namespace() {
      return packet.namespace();
    }

    @Override
    public <T> T fold(Cases<T> cases) {
      return cases.binary(this);
    }
  }
}
