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
  private static final Encoder ENCODER = new Encoder();

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
    return packet.fold(ENCODER);
  }

  private static final class Encoder implements EnginePacket.Cases<String> {
    @Override
    public String open(Open packet) {
      return "0{\"sid\":"
          + PacketJson.quote(packet.sid())
          + ",\"upgrades\":["
          + packet.upgrades().stream().map(PacketJson::quote).collect(Collectors.joining(","))
          + "],\"pingInterval\":"
          + packet.pingInterval().toMillis()
          + ",\"pingTimeout\":"
          + packet.pingTimeout().toMillis()
          + ",\"maxPayload\":"
          + packet.maxPayload()
          + '}';
    }

    @Override
    public String close(Close packet) {
      return "1";
    }

    @Override
    public String ping(Ping packet) {
      return '2' + packet.data();
    }

    @Override
    public String pong(Pong packet) {
      return '3' + packet.data();
    }

    @Override
    public String message(Message packet) {
      return '4' + packet.content();
    }

    @Override
    public String ignored(Ignored packet) {
      return String.valueOf(packet.type());
    }
  }
}
