package io.healthconnect.signaling.protocol;

import java.time.Duration;

/** An Engine.IO v4 packet; on a WebSocket one packet is one text frame. */
public sealed interface EnginePacket {
  /** The first frame of a session; only a server sends it. */
  record Open(String sid, Duration pingInterval, Duration pingTimeout, int maxPayload)
      implements EnginePacket {}

  record Close() implements EnginePacket {}

  record Ping(String data) implements EnginePacket {}

  record Pong(String data) implements EnginePacket {}

  /** Carries one Socket.IO packet; never empty. */
  record Message(String content) implements EnginePacket {}

  /** What a WebSocket-only server has no use for and ignores: open, upgrade and noop. */
  record Ignored(char type) implements EnginePacket {}
}
