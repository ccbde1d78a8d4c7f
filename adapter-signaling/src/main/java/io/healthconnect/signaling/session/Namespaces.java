package io.healthconnect.signaling.session;

import io.healthconnect.signaling.Timers.Cancellation;
import io.healthconnect.signaling.protocol.OutgoingPacket;
import io.healthconnect.signaling.protocol.SocketCodec;
import io.healthconnect.signaling.protocol.SocketPacket;
import io.healthconnect.signaling.sending.CloseCode;
import io.healthconnect.signaling.sending.Outbound;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The Socket.IO sessions of one client, one for each namespace that it has asked for. Packets are
 * received one after the other; admissions and closes come from other threads, so the state is
 * guarded.
 */
final class Namespaces {
  private final SignalingCore core;
  private final Outbound outbound;
  private final Handshake handshake;
  private final Consumer<CloseCode> closer;
  private @Nullable AttachmentCollector incomplete;

  // Written with the lock held; all below are guarded by it.
  private volatile List<SocketSession> sessions = List.of();
  private boolean ended;
  private @Nullable Cancellation connectDeadline;

  Namespaces(
      SignalingCore core, Outbound outbound, Handshake handshake, Consumer<CloseCode> closer) {
    this.core = core;
    this.outbound = outbound;
    this.handshake = handshake;
    this.closer = closer;
  }

  /**
   * Handles one packet.
   *
   * @param limited whether the packet exceeds the rate, so that an event is refused
   * @return false when the packet is invalid
   */
  boolean receive(String content, boolean limited) {
    return core.codec()
        .parse(content)
        .map(packet -> packet.fold(new Receiver(limited)))
        .orElse(false);
  }

  /** Handles a packet of the client; false if it is not valid in its namespace's state. */
  private final class Receiver implements SocketPacket.Cases<Boolean> {
    private final boolean limited;

    private Receiver(boolean limited) {
      this.limited = limited;
    }

    @Override
    public Boolean connect(SocketPacket.Connect packet) {
      return Namespaces.this.connect(packet, limited);
    }

    @Override
    public Boolean disconnect(SocketPacket.Disconnect packet) {
      return ifConnected(packet, SocketSession::disconnect);
    }

    @Override
    public Boolean event(SocketPacket.Event packet) {
      return ifConnected(packet, session -> session.receive(packet, limited));
    }

    @Override
    public Boolean ack(SocketPacket.Ack packet) {
      // This server requests none.
      return ifConnected(packet, session -> {});
    }

    @Override
    public Boolean binary(SocketPacket.Binary packet) {
      return ifConnected(packet, session -> collect(session, packet, limited));
    }

    private boolean ifConnected(SocketPacket packet, Consumer<SocketSession> action) {
      SocketSession session = find(packet.namespace());
      boolean connected = session != null && session.isConnected();
      if (session != null && connected) {
        action.accept(session);
      }
      return connected;
    }
  }

  private void collect(SocketSession session, SocketPacket.Binary packet, boolean limited) {
    int maxBytes = core.limits().frames().maxMessageBytes();
    AttachmentCollector collector =
        new AttachmentCollector(packet, limited, session.takesAttachments(), maxBytes);
    incomplete = collector;
    outbound.expectBinary(packet.attachments());
    deliverIfComplete(collector);
  }

  /** Whether only an attachment may follow. */
  boolean awaitsAttachment() {
    return incomplete != null;
  }

  /**
   * Takes an attachment that is awaited.
   *
   * @return false when there are too many bytes of them
   */
  boolean attachment(ByteBuffer data) {
    AttachmentCollector collector = incomplete;
    if (collector == null || !collector.add(data)) {
      return false;
    }
    deliverIfComplete(collector);
    return true;
  }

  private void deliverIfComplete(AttachmentCollector collector) {
    if (collector.isComplete()) {
      incomplete = null;
      collector.complete().fold(new Receiver(collector.isLimited()));
    }
  }

  private boolean connect(SocketPacket.Connect connect, boolean limited) {
    if (limited) {
      closer.accept(CloseCode.RATE_LIMITED);
      return true;
    }
    Optional<SignalingCore> served = core.in(connect.namespace());
    if (served.isEmpty()) {
      outbound.send(
          new OutgoingPacket(SocketCodec.connectError(connect.namespace(), "Invalid namespace")));
      return true;
    }
    SocketSession session = findOrOpen(served.get());
    return session == null || session.connect(ConnectAuth.parse(connect.auth()));
  }

  private @Nullable SocketSession find(String namespace) {
    for (SocketSession session : sessions) {
      if (session.namespace().equals(namespace)) {
        return session;
      }
    }
    return null;
  }

  /** Null when the client is gone. */
  private synchronized @Nullable SocketSession findOrOpen(SignalingCore served) {
    SocketSession session = find(served.namespace());
    if (session == null && !ended) {
      session = new SocketSession(served, outbound, handshake, this);
      sessions = Stream.concat(sessions.stream(), Stream.of(session)).toList();
    }
    return session;
  }

  /** The client has entered or left a namespace: one that is in none has to enter one in time. */
  synchronized void changed() {
    boolean inside = sessions.stream().anyMatch(SocketSession::isConnected);
    Cancellation pending = connectDeadline;
    if (pending != null && (inside || ended)) {
      pending.cancel();
      connectDeadline = null;
    } else if (pending == null && !inside && !ended) {
      connectDeadline =
          core.timers()
              .schedule(core.limits().timeouts().connect(), () -> close(CloseCode.WITHOUT_STATUS));
    }
  }

  void close(CloseCode code) {
    closer.accept(code);
  }

  void end() {
    synchronized (this) {
      ended = true;
    }
    sessions.forEach(SocketSession::end);
    changed();
  }
}
