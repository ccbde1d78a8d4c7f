package io.healthconnect.signaling.session;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.healthconnect.signaling.Timers.Cancellation;
import io.healthconnect.signaling.protocol.SocketCodec;
import io.healthconnect.signaling.protocol.SocketPacket;
import io.healthconnect.signaling.sending.CloseCode;
import io.healthconnect.signaling.sending.Outbound;
import io.healthconnect.signaling.sending.OutgoingText;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The Socket.IO session of one client. Packets are received one after the other; admissions and
 * closes come from other threads, so the state is guarded.
 */
final class SocketSession {
  private static final Logger LOG = LoggerFactory.getLogger(SocketSession.class);
  private static final int INVALID = -1;
  private static final JsonNode RATE_LIMITED = rateLimited();

  private enum State {
    WAITING,
    CONNECTING,
    CONNECTED,
    ENDED
  }

  private final SignalingCore core;
  private final Outbound outbound;
  private final Consumer<CloseCode> closer;
  private final SerialQueue queue;
  private final Entrance entrance;
  private @Nullable SocketPacket awaitingAttachments;

  // Guarded by this.
  private State state = State.WAITING;
  private @Nullable ConnectedSocket current;
  private @Nullable Cancellation connectDeadline;

  SocketSession(
      SignalingCore core, Outbound outbound, Handshake handshake, Consumer<CloseCode> closer) {
    this.core = core;
    this.outbound = outbound;
    this.closer = closer;
    this.queue =
        new SerialQueue(
            core.executor(), core.timers(), core.limits().queues().pendingEvents(), this::failed);
    this.entrance = new Entrance(core, outbound, handshake, this, queue);
  }

  synchronized void open() {
    if (state == State.WAITING) {
      connectDeadline =
          core.timers()
              .schedule(
                  core.limits().timeouts().connect(),
                  () -> closer.accept(CloseCode.WITHOUT_STATUS));
    }
  }

  /**
   * Handles one packet.
   *
   * @param limited whether the packet exceeds the rate, so that an event is refused
   * @return the number of attachments to expect; negative when the packet is invalid
   */
  int receive(String content, boolean limited) {
    SocketPacket packet = core.codec().parse(content).orElse(null);
    return packet == null ? INVALID : accept(packet, limited);
  }

  void attachmentsArrived() {
    SocketPacket packet = awaitingAttachments;
    awaitingAttachments = null;
    ConnectedSocket socket = connected();
    if (packet instanceof SocketPacket.Event event && socket != null) {
      event(socket, event);
    }
  }

  void end() {
    ConnectedSocket socket;
    synchronized (this) {
      socket = current;
      current = null;
      state = State.ENDED;
      cancelDeadline();
    }
    endSocket(socket, false);
  }

  private int accept(SocketPacket packet, boolean limited) {
    if (packet instanceof SocketPacket.Connect connect) {
      return connect(connect, limited);
    }
    ConnectedSocket socket = connected();
    if (socket == null || !packet.namespace().equals(SocketCodec.ROOT)) {
      return INVALID;
    }
    if (packet instanceof SocketPacket.Disconnect) {
      disconnect();
    } else if (packet instanceof SocketPacket.Event event && limited) {
      refuse(socket, event);
    } else if (packet instanceof SocketPacket.Event event) {
      event(socket, event);
    } else if (packet instanceof SocketPacket.Binary binary) {
      awaitingAttachments = limited ? null : binary.packet();
      if (binary.attachments() == 0) {
        attachmentsArrived();
      }
      return binary.attachments();
    }
    // What remains is an ack, and this server requests none.
    return 0;
  }

  private int connect(SocketPacket.Connect connect, boolean limited) {
    if (limited) {
      closer.accept(CloseCode.RATE_LIMITED);
      return 0;
    }
    if (!connect.namespace().equals(SocketCodec.ROOT)) {
      send(SocketCodec.connectError(connect.namespace(), "Invalid namespace"));
      return 0;
    }
    synchronized (this) {
      if (state != State.WAITING) {
        return state == State.ENDED ? 0 : INVALID;
      }
      state = State.CONNECTING;
    }
    ConnectAuth auth = ConnectAuth.parse(connect.auth());
    queue.add(() -> entrance.enter(auth));
    return 0;
  }

  /** The credentials are not valid; the client may try again. */
  void refuse() {
    synchronized (this) {
      if (state != State.CONNECTING) {
        return;
      }
      state = State.WAITING;
    }
    send(SocketCodec.connectError(SocketCodec.ROOT, "unauthorized"));
  }

  synchronized boolean isConnecting() {
    return state == State.CONNECTING;
  }

  /** From now on the client is this socket; false if the session has ended. */
  synchronized boolean begin(ConnectedSocket socket) {
    if (state != State.CONNECTING) {
      return false;
    }
    state = State.CONNECTED;
    current = socket;
    cancelDeadline();
    return true;
  }

  void close(CloseCode code) {
    closer.accept(code);
  }

  private void disconnect() {
    ConnectedSocket socket;
    synchronized (this) {
      socket = current;
      current = null;
      if (state == State.CONNECTED) {
        state = State.WAITING;
      }
    }
    // A transport without a client is limited after a DISCONNECT as before a CONNECT.
    open();
    endSocket(socket, true);
  }

  private void endSocket(@Nullable ConnectedSocket socket, boolean forGood) {
    if (socket != null) {
      socket.end();
      // Queued, so that it follows an admission that may still be in progress.
      queue.add(() -> ended(socket, forGood && socket.isRecoverable()));
    }
  }

  private void ended(ConnectedSocket socket, boolean forGood) {
    try {
      if (socket.isRecoverable()) {
        core.recovery().ifPresent(recovery -> recovery.left(socket, forGood));
      }
      core.registry().remove(socket);
      core.listener().disconnected(socket, forGood);
    } finally {
      core.registry().takeOvers().ended(socket);
    }
  }

  private void event(ConnectedSocket socket, SocketPacket.Event event) {
    Ack ack = socket.ack(event.ackId());
    SocketListener listener = core.listener();
    Runnable task = () -> listener.event(socket, event.name(), event.args(), ack);
    boolean queued =
        listener.mayBlock(event.name())
            ? queue.offer(task)
            : queue.runInOrder(
                () -> listener.tryEvent(socket, event.name(), event.args(), ack), task);
    if (!queued) {
      closer.accept(CloseCode.OVERLOAD);
    }
  }

  private void refuse(ConnectedSocket socket, SocketPacket.Event event) {
    String ackId = event.ackId();
    if (ackId != null && !queue.runInOrder(() -> socket.ack(ackId).reply(RATE_LIMITED))) {
      closer.accept(CloseCode.RATE_LIMITED);
    }
  }

  private void failed(Throwable failure) {
    LOG.error("A socket's event failed", failure);
    closer.accept(CloseCode.INTERNAL_FAILURE);
  }

  private synchronized @Nullable ConnectedSocket connected() {
    return current;
  }

  private synchronized void cancelDeadline() {
    if (connectDeadline != null) {
      connectDeadline.cancel();
    }
  }

  private void send(String text) {
    outbound.send(new OutgoingText(text));
  }

  private static JsonNode rateLimited() {
    ObjectNode answer = JsonNodeFactory.instance.objectNode().put("ok", false);
    answer.putObject("error").put("code", "rate_limited").put("message", "too many events");
    return answer;
  }
}
