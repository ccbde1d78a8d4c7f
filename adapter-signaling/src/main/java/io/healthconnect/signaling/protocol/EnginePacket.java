package io.healthconnect.signaling.protocol;

import java.time.Duration;
import java.util.List;

/** An Engine.IO v4 packet. */
public sealed interface EnginePacket {

  /** Calls the method for this kind of packet and returns its value. */
  <T> T fold(Cases<T> cases);

  /** Decides on every kind of packet; a new kind does not compile until each user has decided. */
  interface Cases<T> {
    T open(Open packet);

    T close(Close packet);

    T ping(Ping packet);

    T pong(Pong packet);

    T message(Message packet);

    T ignored(Ignored packet);
  }

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

    @Override
    public <T> T fold(Cases<T> cases) {
      return cases.open(this);
    }
  }

  record Close() implements EnginePacket {
    @Override
    public <T> T fold(Cases<T> cases) {
      return cases.close(this);
    }
  }

  record Ping(String data) implements EnginePacket {
    @Override
    public <T> T fold(Cases<T> cases) {
      return cases.ping(this);
    }
  }

  record Pong(String data) implements EnginePacket {
    @Override
    public <T> T fold(Cases<T> cases) {
      return cases.pong(this);
    }
  }

  /** Carries one Socket.IO packet; never empty. */
  record Message(String content) implements EnginePacket {
    @Override
    public <T> T fold(Cases<T> cases) {
      return cases.message(this);
    }
  }

  /** A stray open, upgrade or noop packet. */
  record Ignored(char type) implements EnginePacket {
    @Override
    public <T> T fold(Cases<T> cases) {
      return cases.ignored(this);
    }
  }
}
