package io.healthconnect.signaling.protocol;

import io.healthconnect.signaling.protocol.EnginePacket.Close;
import io.healthconnect.signaling.protocol.EnginePacket.Ignored;
import io.healthconnect.signaling.protocol.EnginePacket.Message;
import io.healthconnect.signaling.protocol.EnginePacket.Open;
import io.healthconnect.signaling.protocol.EnginePacket.Ping;
import io.healthconnect.signaling.protocol.EnginePacket.Pong;
import java.util.Optional;
import java.util.stream.Collectors;

/** Converts between the text of a frame and an Engine.IO packet. */
public final class EngineCodec {
  private EngineCodec() {}

  /** Returns the packet, or empty when the text is not valid; the socket must then be closed. */
  public static Optional<EnginePacket> parse(String text) {
    if (text.isEmpty()) {
      return Optional.empty();
    }
    char type = text.charAt(0);
    switch (type) {
      case '1':
        return Optional.of(new Close());
      case '2':
        return Optional.of(new Ping(text.substring(1)));
      case '3':
        return Optional.of(new Pong(text.substring(1)));
      case '4':
        return text.length() == 1 ? Optional.empty() : Optional.of(new Message(text.substring(1)));
      case '0':
      case '5':
      case '6':
        return Optional.of(new Ignored(type));
      default:
        return Optional.empty();
    }
  }

  public static String encode(EnginePacket packet) {
    if (packet instanceof Open open) {
      return open(open);
    }
    if (packet instanceof Ping ping) {
      return '2' + ping.data();
    }
    if (packet instanceof Pong pong) {
      return '3' + pong.data();
    }
    if (packet instanceof Message message) {
      return '4' + message.content();
    }
    return packet instanceof Ignored ignored ? String.valueOf(ignored.type()) : "1";
  }

  private static String open(Open open) {
    return "0{\"sid\":"
        + PacketJson.quote(open.sid())
        + ",\"upgrades\":["
        + open.upgrades().stream().map(PacketJson::quote).collect(Collectors.joining(","))
        + "],\"pingInterval\":"
        + open.pingInterval().toMillis()
        + ",\"pingTimeout\":"
        + open.pingTimeout().toMillis()
        + ",\"maxPayload\":"
        + open.maxPayload()
        + '}';
  }
}
