package io.healthconnect.signaling.polling;

import io.healthconnect.signaling.protocol.PollingPayload;
import io.healthconnect.signaling.sending.CloseCode;
import io.healthconnect.signaling.sending.Outbound;
import io.healthconnect.signaling.session.EngineSession;
import io.healthconnect.signaling.session.Handshake;
import io.healthconnect.signaling.session.SignalingCore;
import java.util.List;
import java.util.function.Consumer;

/**
 * A session that began with long-polling, and may move to a WebSocket. Thread-safe; no method
 * blocks.
 */
public final class PollingSession {
  private static final String CLOSE = "1";

  private final Handshake handshake;
  private final PollingOutbound outbound;
  private final EngineSession engine;

  // Guarded by this.
  private boolean posting;

  /**
   * @param onEnd runs once, when the session is over
   */
  public PollingSession(SignalingCore core, Handshake handshake, Consumer<PollingSession> onEnd) {
    this.handshake = handshake;
    this.outbound =
        new PollingOutbound(core.limits(), core.timers(), this::close, () -> onEnd.accept(this));
    this.engine = new EngineSession(core, outbound, handshake);
  }

  public String id() {
    return engine.id();
  }

  public Handshake handshake() {
    return handshake;
  }

  /** Queues the open packet, which the first poll takes. */
  public void open() {
    engine.open(List.of("websocket"));
  }

  EngineSession engine() {
    return engine;
  }

  private void close(CloseCode code) {
    engine.close(code);
  }

  /**
   * A GET: answered now if packets wait, or later. It needs no rate limit of its own: only one
   * waits at a time, and whatever answers it is limited elsewhere. The server decides how often an
   * honest client polls.
   */
  public void poll(Poll request) {
    outbound.poll(request);
  }

  /** The client is gone, or violates the protocol. */
  public void fail() {
    engine.close(CloseCode.WITHOUT_STATUS);
    outbound.end();
  }

  /** A POST begins; false when it must be refused. */
  public boolean beginPost() {
    boolean second;
    synchronized (this) {
      if (!outbound.isPolling()) {
        return false;
      }
      second = posting;
      posting = true;
    }
    if (second) {
      engine.close(CloseCode.WITHOUT_STATUS);
    }
    return !second;
  }

  /** The body of a POST; false when the session does not outlive it, unless the client leaves. */
  public boolean post(String body) {
    boolean leaves = false;
    for (String packet : PollingPayload.split(body)) {
      if (packet.equals(CLOSE)) {
        leaves = true;
        outbound.clientLeaves();
      }
      if (PollingPayload.isBinary(packet)) {
        outbound.binaryArrived();
        PollingPayload.binary(packet)
            .ifPresentOrElse(engine::onBinary, () -> close(CloseCode.WITHOUT_STATUS));
      } else {
        engine.onText(packet);
      }
    }
    synchronized (this) {
      posting = false;
    }
    return leaves || outbound.isOpen();
  }

  /** False for a session that has, or is about to have, a WebSocket. */
  public boolean mayUpgrade() {
    return outbound.mayUpgrade();
  }

  /** A WebSocket that names this session has opened; false when there is one already. */
  boolean beginProbe(Outbound candidate) {
    return outbound.beginProbe(candidate);
  }

  /** Ends the open poll, so that the client can pause. */
  void probed() {
    outbound.endPoll();
  }

  void endProbe(Outbound candidate) {
    outbound.endProbe(candidate);
  }

  /**
   * Moves the session to the WebSocket; what waits is sent there first.
   *
   * @return false when the session is over, or while the client posts
   */
  synchronized boolean upgrade(Outbound candidate) {
    return !posting && outbound.upgrade(candidate);
  }

  /** Forgets the session. */
  void end() {
    outbound.end();
  }
}
