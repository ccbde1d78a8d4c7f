package io.healthconnect.signaling.endpoint;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.healthconnect.signaling.endpoint.Admission.Admitted;
import io.healthconnect.signaling.endpoint.Timers.Cancellation;
import io.healthconnect.signaling.protocol.SocketCodec;
import io.healthconnect.signaling.protocol.SocketPacket;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The Socket.IO side of one transport. Packets come in one after the other; admissions and closes
 * come from other threads, so the state is guarded.
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
  private final Handshake handshake;
  private final Consumer<CloseCode> closer;
  private final SerialQueue queue;
  private final EventRate rate;
  private @Nullable SocketPacket awaitingAttachments;

  // Guarded by this.
  private State state = State.WAITING;
  private @Nullable ConnectedSocket current;
  private @Nullable Cancellation connectDeadline;

  SocketSession(
      SignalingCore core, Outbound outbound, Handshake handshake, Consumer<CloseCode> closer) {
    this.core = core;
    this.outbound = outbound;
    this.handshake = handshake;
    this.closer = closer;
    this.queue =
        new SerialQueue(core.executor(), core.limits().queues().pendingEvents(), this::failed);
    this.rate = new EventRate(core.limits().events(), core.timers().nanoTime());
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

  /** How many binary messages must follow the packet; negative when it must close the socket. */
  int receive(String content) {
    SocketPacket packet = core.codec().parse(content).orElse(null);
    if (packet == null) {
      return INVALID;
    }
    EventRate.Verdict verdict = rate.check(core.timers().nanoTime());
    if (verdict == EventRate.Verdict.NOT_FORGIVEN) {
      closer.accept(CloseCode.RATE_LIMITED);
      return 0;
    }
    return accept(packet, verdict == EventRate.Verdict.LIMITED);
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
    goodbye(socket);
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
    // An ack is left: this server asks for none.
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
    JsonNode token = connect.auth() == null ? null : connect.auth().get("token");
    String text = token == null || !token.isTextual() ? null : token.textValue();
    queue.add(() -> authenticate(text));
    return 0;
  }

  private void authenticate(@Nullable String token) {
    Admission admission = core.listener().authenticate(handshake, token);
    if (admission instanceof Admitted admitted) {
      admit(new ConnectedSocket(core, admitted, outbound, closer));
      return;
    }
    if (admission instanceof Admission.Unknown) {
      closer.accept(CloseCode.OVERLOAD);
      return;
    }
    synchronized (this) {
      if (state != State.CONNECTING) {
        return;
      }
      state = State.WAITING;
    }
    send(SocketCodec.connectError(SocketCodec.ROOT, "unauthorized"));
  }

  private void admit(ConnectedSocket socket) {
    synchronized (this) {
      if (state != State.CONNECTING) {
        return;
      }
      state = State.CONNECTED;
      current = socket;
      cancelDeadline();
    }
    send(SocketCodec.connected(socket.id()));
    core.registry().add(socket);
    core.listener().connected(socket);
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
    // A transport without a client is as bad after a DISCONNECT as before a CONNECT.
    open();
    goodbye(socket);
  }

  private void goodbye(@Nullable ConnectedSocket socket) {
    if (socket != null) {
      socket.end();
      // In the queue, so that it comes after the admission that may still be under way.
      queue.add(
          () -> {
            core.registry().remove(socket);
            core.listener().disconnected(socket);
          });
    }
  }

  private void event(ConnectedSocket socket, SocketPacket.Event event) {
    Ack ack = socket.ack(event.ackId());
    Runnable task = () -> core.listener().event(socket, event.name(), event.args(), ack);
    boolean mayBlock = core.listener().mayBlock(event.name());
    if (mayBlock ? !queue.offer(task) : !queue.runInOrder(task)) {
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
