package io.healthconnect.signaling.protocol;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.healthconnect.signaling.SignalingLimits;
import io.healthconnect.signaling.protocol.SocketPacket.Ack;
import io.healthconnect.signaling.protocol.SocketPacket.Binary;
import io.healthconnect.signaling.protocol.SocketPacket.Connect;
import io.healthconnect.signaling.protocol.SocketPacket.Disconnect;
import io.healthconnect.signaling.protocol.SocketPacket.Event;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Converts between the content of an Engine.IO message and a Socket.IO packet. */
public final class SocketCodec {
  /** The namespace of a packet without one. */
  public static final String ROOT = "/";

  private static final Set<String> RESERVED =
      Set.of(
          "connect",
          "connect_error",
          "disconnect",
          "disconnecting",
          "newListener",
          "removeListener");

  private final PacketJson json;
  private final int maxAttachments;

  public SocketCodec(SignalingLimits limits) {
    this.json = new PacketJson(limits.json());
    this.maxAttachments = limits.frames().maxAttachments();
  }

  /** Returns the packet, or empty when the content is not valid; the socket must then be closed. */
  public Optional<SocketPacket> parse(String content) {
    Optional<PacketHead> head = PacketHead.parse(content, maxAttachments);
    return head.flatMap(found -> packet(found, content.substring(found.payloadStart())));
  }

  private Optional<SocketPacket> packet(PacketHead head, String payload) {
    switch (head.type()) {
      case '0':
        return head.ackId() != null ? Optional.empty() : connect(head.namespace(), payload);
      case '1':
        return head.ackId() != null || !payload.isEmpty()
            ? Optional.empty()
            : Optional.of(new Disconnect(head.namespace()));
      case '2':
        return event(head, payload).map(event -> event);
      case '3':
        return ack(head, payload).map(ack -> ack);
      case '5':
        return event(head, payload).flatMap(event -> binary(head, event, event.args()));
      case '6':
        return ack(head, payload).flatMap(ack -> binary(head, ack, ack.args()));
      default:
        // Only a server may send type 4.
        return Optional.empty();
    }
  }

  private Optional<SocketPacket> connect(String namespace, String payload) {
    if (payload.isEmpty()) {
      return Optional.of(new Connect(namespace, null));
    }
    return json.parse(payload)
        .filter(JsonNode::isObject)
        .map(auth -> new Connect(namespace, (ObjectNode) auth));
  }

  private Optional<Event> event(PacketHead head, String payload) {
    return array(payload)
        .filter(all -> !all.isEmpty() && all.get(0).isTextual())
        .filter(all -> !RESERVED.contains(all.get(0).textValue()))
        .map(
            all ->
                new Event(
                    head.namespace(),
                    head.ackId(),
                    all.get(0).textValue(),
                    all.subList(1, all.size())));
  }

  private Optional<Ack> ack(PacketHead head, String payload) {
    String id = head.ackId();
    return id == null
        ? Optional.empty()
        : array(payload).map(all -> new Ack(head.namespace(), id, all));
  }

  private Optional<List<JsonNode>> array(String payload) {
    return json.parse(payload)
        .filter(JsonNode::isArray)
        .map(
            node -> {
              List<JsonNode> all = new ArrayList<>(node.size());
              node.forEach(all::add);
              return all;
            });
  }

  private static Optional<SocketPacket> binary(
      PacketHead head, SocketPacket.WithArguments packet, List<JsonNode> args) {
    return Attachments.fit(args, head.attachments())
        ? Optional.of(new Binary(head.attachments(), packet))
        : Optional.empty();
  }

  /** The packet that admits a client. */
  public static String connected(String namespace, String sid) {
    return head("0", namespace) + "{\"sid\":" + PacketJson.quote(sid) + '}';
  }

  /** The packet that admits a client which may recover its connection. */
  public static String connected(String namespace, String sid, String pid) {
    String quoted = PacketJson.quote(pid);
    return head("0", namespace) + "{\"sid\":" + PacketJson.quote(sid) + ",\"pid\":" + quoted + '}';
  }

  /** The packet that refuses a CONNECT; the transport stays. */
  public static String connectError(String namespace, String message) {
    return head("4", namespace) + "{\"message\":" + PacketJson.quote(message) + '}';
  }

  /** The packet that ends a socket, after which a client does not come back by itself. */
  public static String disconnect(String namespace) {
    return head("1", namespace);
  }

  /** The packet of an event of the main namespace; {@code payload} is finished JSON. */
  public static String event(String name, String payload) {
    return "42[" + PacketJson.quote(name) + ',' + payload + ']';
  }

  /** The packet of an event of the main namespace. */
  public static OutgoingPacket event(String name, List<JsonNode> args) {
    List<byte[]> data = new ArrayList<>(0);
    StringBuilder json = new StringBuilder("[").append(PacketJson.quote(name));
    args.forEach(arg -> json.append(',').append(Attachments.extract(arg, data)));
    return new OutgoingPacket(head("2", "5", data, ROOT) + json.append(']'), data);
  }

  /** The packet of an event in another namespace; the event is one of the main namespace. */
  public static OutgoingPacket in(String namespace, OutgoingPacket event) {
    int arguments = event.text().indexOf('[');
    return new OutgoingPacket(
        event.text().substring(0, arguments) + namespace + ',' + event.text().substring(arguments),
        event.attachments());
  }

  /** The packet that answers an event. */
  public static OutgoingPacket ack(String namespace, String id, List<JsonNode> args) {
    List<byte[]> data = new ArrayList<>(0);
    StringBuilder json = new StringBuilder("[");
    for (JsonNode arg : args) {
      json.append(json.length() == 1 ? "" : ",").append(Attachments.extract(arg, data));
    }
    return new OutgoingPacket(head("3", "6", data, namespace) + id + json.append(']'), data);
  }

  private static String head(String plain, String binary, List<byte[]> data, String namespace) {
    return head(data.isEmpty() ? plain : binary + data.size() + '-', namespace);
  }

  private static String head(String type, String namespace) {
    return '4' + type + (namespace.equals(ROOT) ? "" : namespace + ',');
  }
}
