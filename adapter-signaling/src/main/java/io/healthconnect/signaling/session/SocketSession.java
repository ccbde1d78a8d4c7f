package io.healthconnect.signaling.session;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.healthconnect.signaling.protocol.OutgoingPacket;
import io.healthconnect.signaling.protocol.SocketCodec;
import io.healthconnect.signaling.protocol.SocketPacket;
import io.healthconnect.signaling.sending.CloseCode;
import io.healthconnect.signaling.sending.Outbound;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The Socket.IO session of one client in one namespace. Packets are received one after the other;
 * admissions and closes come from other threads, so the state is guarded.
 */
final class SocketSession {
  private static final Logger LOG = LoggerFactory.getLogger(SocketSession.class);
  private static final JsonNode RATE_LIMITED = rateLimited();

  private enum State {
    WAITING,
    CONNECTING,
    CONNECTED,
    ENDED
  }

  private final SignalingCore core;
  private final Outbound outbound;
  private final Namespaces transport;
  private final SerialQueue queue;
  private final SocketAdmission admission;

  // Guarded by this.
  private State state = State.WAITING;
  private @Nullable ConnectedSocket current;

  SocketSession(SignalingCore core, Outbound outbound, Handshake handshake, Namespaces transport) {
    this.core = core;
    this.outbound = outbound;
    this.transport = transport;
    this.queue =
        new SerialQueue(
            core.executor(), core.timers(), core.limits().queues().pendingEvents(), this::failed);
    this.admission = new SocketAdmission(core, outbound, handshake, this, queue);
  }

  String namespace() {
    return core.namespace();
  }

  boolean takesAttachments() {
    return core.listener().takesAttachments();
  }

  /** Handles an event of an admitted client; one over the rate is refused. */
  void receive(SocketPacket.Event event, boolean limited) {
    ConnectedSocket socket = connected();
    if (socket == null) {
      return;
    }
    if (limited) {
      refuse(socket, event);
    } else {
      event(socket, event);
    }
  }

  void end() {
    ConnectedSocket socket;
    synchronized (this) {
      socket = current;
      current = null;
      state = State.ENDED;
    }
    endSocket(socket, false);
  }

  /** False for a second CONNECT. */
  boolean connect(ConnectAuth auth) {
    synchronized (this) {
      if (state != State.WAITING) {
        return state == State.ENDED;
      }
      state = State.CONNECTING;
    }
    queue.add(() -> admission.admit(auth));
    return true;
  }

  /** The credentials are not valid; the client may try again. */
  void refuse() {
    synchronized (this) {
      if (state != State.CONNECTING) {
        return;
      }
      state = State.WAITING;
    }
    outbound.send(new OutgoingPacket(SocketCodec.connectError(core.namespace(), "unauthorized")));
  }

  synchronized boolean isConnecting() {
    return state == State.CONNECTING;
  }

  /** From now on the client is this socket; false if the session has ended. */
  boolean begin(ConnectedSocket socket) {
    synchronized (this) {
      if (state != State.CONNECTING) {
        return false;
      }
      state = State.CONNECTED;
      current = socket;
    }
    transport.changed();
    return true;
  }

  void close(CloseCode code) {
    transport.close(code);
  }

  /** The client leaves the namespace; it may CONNECT again. */
  void disconnect() {
    ConnectedSocket socket;
    synchronized (this) {
      socket = current;
      current = null;
      if (state == State.CONNECTED) {
        state = State.WAITING;
      }
    }
    // A client in no namespace is limited after a DISCONNECT as before a CONNECT.
    transport.changed();
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
      transport.close(CloseCode.OVERLOAD);
    }
  }

  private void refuse(ConnectedSocket socket, SocketPacket.Event event) {
    String ackId = event.ackId();
    if (ackId != null && !queue.runInOrder(() -> socket.ack(ackId).reply(RATE_LIMITED))) {
      transport.close(CloseCode.RATE_LIMITED);
    }
  }

  private void failed(Throwable failure) {
    LOG.error("A socket's event failed", failure);
    transport.close(CloseCode.INTERNAL_FAILURE);
  }

  boolean isConnected() {
    return connected() != null;
  }

  private synchronized @Nullable ConnectedSocket connected() {
    return current;
  }

  private static JsonNode rateLimited() {
    ObjectNode answer = JsonNodeFactory.instance.objectNode().put("ok", false);
    answer.putObject("error").put("code", "rate_limited").put("message", "too many events");
    return answer;
  }
}
