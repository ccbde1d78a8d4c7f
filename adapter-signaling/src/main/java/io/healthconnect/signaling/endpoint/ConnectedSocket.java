package io.healthconnect.signaling.endpoint;

import com.fasterxml.jackson.databind.JsonNode;
import io.healthconnect.signaling.endpoint.Admission.Admitted;
import io.healthconnect.signaling.protocol.SocketCodec;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** A client between its CONNECT and its end. */
final class ConnectedSocket implements ClientSocket {
  private final String id;
  private final Admitted admitted;
  private final Outbound outbound;
  private final Consumer<CloseCode> closer;
  private final ForbiddenCount forbidden;
  private final Timers timers;
  private volatile boolean live = true;

  ConnectedSocket(
      SignalingCore core, Admitted admitted, Outbound outbound, Consumer<CloseCode> closer) {
    this.id = core.ids().get();
    this.admitted = admitted;
    this.outbound = outbound;
    this.closer = closer;
    this.forbidden = new ForbiddenCount(core.limits().events());
    this.timers = core.timers();
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
  public void emit(OutgoingEvent event) {
    send(event.text());
  }

  @Override
  public void close(CloseCode code) {
    if (live) {
      closer.accept(code);
    }
  }

  /** From now on nothing is sent: the client has said goodbye, or is gone. */
  void end() {
    live = false;
  }

  /**
   * @param ackId null when the client has not asked for an answer: nothing is sent, but what was
   *     forbidden counts
   */
  Ack ack(@Nullable String ackId) {
    AtomicBoolean answered = new AtomicBoolean();
    return answer -> {
      if (answered.compareAndSet(false, true)) {
        if (ackId != null) {
          send(new OutgoingText(SocketCodec.ack(ackId, answer.toString())));
        }
        if (isForbidden(answer) && forbidden.tooMany(timers.nanoTime())) {
          close(CloseCode.FORBIDDEN);
        }
      }
    };
  }

  private void send(OutgoingText text) {
    if (live) {
      outbound.send(text);
    }
  }

  private static boolean isForbidden(JsonNode answer) {
    return !answer.path("ok").asBoolean(true)
        && answer.path("error").path("code").asText("").equals("forbidden");
  }
}
