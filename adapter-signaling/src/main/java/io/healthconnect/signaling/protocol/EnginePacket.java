package io.healthconnect.signaling.protocol;

import java.time.Duration;
import java.util.List;

/** An Engine.IO v4 packet. */
public sealed interface EnginePacket {
  /** The first frame of a session; only a server sends it. */
  record Open(
      String sid,
      List<String> upgrades,
      Duration pingInterval,
      Duration pingTimeout,
      int maxPayload)
      implements EnginePacket {
    public Open {
      upgrades = List.copyOf(upgrades);
    }
  }

  record Close() implements EnginePacket {}

  record Ping(String data) implements EnginePacket {}

  record Pong(String data) implements EnginePacket {}

  /** Carries one Socket.IO packet; never empty. */
  record Message(String content) implements EnginePacket {}

  /** A stray open, upgrade or noop packet. */
  record Ignored(char type) implements EnginePacket {}
}
