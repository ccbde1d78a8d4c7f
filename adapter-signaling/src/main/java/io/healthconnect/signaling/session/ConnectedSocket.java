package io.healthconnect.signaling.session;

import com.fasterxml.jackson.databind.JsonNode;
import io.healthconnect.signaling.Timers;
import io.healthconnect.signaling.limits.ForbiddenEventCounter;
import io.healthconnect.signaling.protocol.OutgoingPacket;
import io.healthconnect.signaling.protocol.SocketCodec;
import io.healthconnect.signaling.sending.CloseCode;
import io.healthconnect.signaling.sending.Outbound;
import io.healthconnect.signaling.sending.OutgoingEvent;
import io.healthconnect.signaling.sending.Stamp;
import io.healthconnect.signaling.session.Admission.Admitted;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** A client from its admitted CONNECT to its end. */
final class ConnectedSocket implements ClientSocket {
  private final String id;
  private final Admitted admitted;
  private final boolean recoverable;
  private final Outbound outbound;
  private final String namespace;
  private final EventStream events;
  private final Consumer<CloseCode> closer;
  private final ForbiddenEventCounter forbidden;
  private final Timers timers;
  private volatile boolean live = true;

  ConnectedSocket(
      SignalingCore core,
      String id,
      Admitted admitted,
      boolean recoverable,
      Outbound outbound,
      Consumer<CloseCode> closer) {
    this.id = id;
    this.admitted = admitted;
    this.recoverable = recoverable;
    this.outbound = outbound;
    this.namespace = core.namespace();
    this.events = new EventStream(outbound, namespace, core.limits().queues().outgoingMessages());
    this.closer = closer;
    this.forbidden = new ForbiddenEventCounter(core.limits().events());
    this.timers = core.timers();
  }

  /** The events to the client; they wait until it is opened. */
  EventStream events() {
    return events;
  }

  @Override
  public String id() {
    return id;
  }

  @Override
  public String accountId() {
    return admitted.accountId();
  }

  @Override
  public String sessionId() {
    return admitted.sessionId();
  }

  @Override
  public boolean isRecoverable() {
    return recoverable;
  }

  @Override
  public void emit(OutgoingEvent event) {
    send(null, event);
  }

  @Override
  public void emit(Stamp stamp, OutgoingEvent event) {
    send(stamp, event);
  }

  @Override
  public void emitVolatile(OutgoingEvent event) {
    if (live) {
      events.sendVolatile(event);
    }
  }

  /**
   * A client that newer ones replace is answered first: it would take silence for a fault. It is
   * then disconnected, which no close code of a transport tells it, so that it does not come back
   * by itself and replace another.
   */
  @Override
  public void close(CloseCode code) {
    if (code == CloseCode.REPLACED) {
      events.whenOpen(
          () -> {
            send(new OutgoingPacket(SocketCodec.disconnect(namespace)));
            closeNow(code);
          });
    } else {
      closeNow(code);
    }
  }

  private void closeNow(CloseCode code) {
    if (live) {
      closer.accept(code);
    }
  }

  /** Stops all sending: the client has disconnected. */
  void end() {
    live = false;
  }

  /**
   * @param ackId null if the client has not asked for an ack: nothing is then sent, but a forbidden
   *     event still counts
   */
  Ack ack(@Nullable String ackId) {
    AtomicBoolean answered = new AtomicBoolean();
    return answer -> {
      if (answered.compareAndSet(false, true)) {
        // Counted before the client can know: what it does next happens later.
        boolean last = isForbidden(answer) && forbidden.limitReached(timers.nanoTime());
        if (ackId != null) {
          send(SocketCodec.ack(namespace, ackId, List.of(answer)));
        }
        if (last) {
          close(CloseCode.FORBIDDEN);
        }
      }
    };
  }

  private void send(@Nullable Stamp stamp, OutgoingEvent event) {
    if (live && !events.send(stamp, event)) {
      close(CloseCode.OVERLOAD);
    }
  }

  private void send(OutgoingPacket packet) {
    if (live) {
      outbound.send(packet);
    }
  }

  private static boolean isForbidden(JsonNode... answer) {
    return answer.length > 0
        && !answer[0].path("ok").asBoolean(true)
        && answer[0].path("error").path("code").asText("").equals("forbidden");
  }
}
