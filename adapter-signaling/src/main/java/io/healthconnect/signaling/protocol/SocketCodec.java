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
import org.jspecify.annotations.Nullable;

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
      PacketHead head, SocketPacket packet, List<JsonNode> args) {
    boolean inRange = args.stream().allMatch(arg -> placeholdersFit(arg, head.attachments()));
    return inRange ? Optional.of(new Binary(head.attachments(), packet)) : Optional.empty();
  }

  private static boolean placeholdersFit(JsonNode node, int attachments) {
    if (node.isObject() && node.path("_placeholder").asBoolean(false)) {
      JsonNode number = node.path("num");
      return number.isInt() && number.intValue() >= 0 && number.intValue() < attachments;
    }
    for (JsonNode child : node) {
      if (!placeholdersFit(child, attachments)) {
        return false;
      }
    }
    return true;
  }

  /** The frame that admits a client. */
  public static String connected(String sid) {
    return "40{\"sid\":" + PacketJson.quote(sid) + '}';
  }

  /** The frame that admits a client which may recover its connection. */
  public static String connected(String sid, String pid) {
    return "40{\"sid\":" + PacketJson.quote(sid) + ",\"pid\":" + PacketJson.quote(pid) + '}';
  }

  /** The frame that refuses a CONNECT; the transport stays. */
  public static String connectError(String namespace, String message) {
    return "44"
        + (namespace.equals(ROOT) ? "" : namespace + ',')
        + "{\"message\":"
        + PacketJson.quote(message)
        + '}';
  }

  /** The frame of an event; {@code payload} is finished JSON, or null for an event without any. */
  public static String event(String name, @Nullable String payload) {
    return "42[" + PacketJson.quote(name) + (payload == null ? "" : ',' + payload) + ']';
  }

  /** The frame that answers an event; {@code payload} is finished JSON. */
  public static String ack(String id, String payload) {
    return "43" + id + '[' + payload + ']';
  }
}
