package io.healthconnect.signaling.polling;

import io.healthconnect.signaling.Timers.Cancellation;
import io.healthconnect.signaling.protocol.OutgoingPacket;
import io.healthconnect.signaling.sending.CloseCode;
import io.healthconnect.signaling.sending.Outbound;
import io.healthconnect.signaling.session.PacketReceiver;
import io.healthconnect.signaling.session.SignalingCore;
import java.nio.ByteBuffer;

/**
 * A WebSocket to which a polling session may move. It answers the probe of the client, and after
 * the upgrade it passes all packets to the session. A probe that fails leaves the session as it
 * was.
 */
public final class UpgradeProbe implements PacketReceiver {
  private static final String PROBE = "2probe";
  private static final OutgoingPacket ANSWER = new OutgoingPacket("3probe");
  private static final String UPGRADE = "5";

  private enum State {
    OPENED,
    PROBED,
    UPGRADED,
    ENDED
  }

  private final PollingSession session;
  private final Outbound webSocket;
  private final Cancellation deadline;
  private State state = State.OPENED;

  private UpgradeProbe(PollingSession session, Outbound webSocket, SignalingCore core) {
    this.session = session;
    this.webSocket = webSocket;
    this.deadline =
        core.timers()
            .schedule(core.limits().timeouts().connect(), () -> close(CloseCode.WITHOUT_STATUS));
  }

  /** Begins a probe; closes the WebSocket if the session has another one. */
  public static UpgradeProbe begin(PollingSession session, Outbound webSocket, SignalingCore core) {
    UpgradeProbe probe = new UpgradeProbe(session, webSocket, core);
    if (!session.beginProbe(webSocket)) {
      probe.close(CloseCode.WITHOUT_STATUS);
    }
    return probe;
  }

  @Override
  public void onText(String text) {
    if (isUpgraded()) {
      session.engine().onText(text);
    } else if (!advances(text)) {
      close(CloseCode.WITHOUT_STATUS);
    }
  }

  private synchronized boolean advances(String text) {
    if (state == State.OPENED && text.equals(PROBE)) {
      state = State.PROBED;
      webSocket.send(ANSWER);
      session.probed();
      return true;
    }
    if (state == State.PROBED && text.equals(UPGRADE) && session.upgrade(webSocket)) {
      state = State.UPGRADED;
      deadline.cancel();
      return true;
    }
    return false;
  }

  @Override
  public void onBinary(ByteBuffer data) {
    if (isUpgraded()) {
      session.engine().onBinary(data);
    } else {
      close(CloseCode.BINARY_NOT_ALLOWED);
    }
  }

  @Override
  public void onClosed() {
    deadline.cancel();
    if (isUpgraded()) {
      session.engine().onClosed();
      session.end();
    } else {
      session.endProbe(webSocket);
    }
  }

  @Override
  public void close(CloseCode code) {
    if (isUpgraded()) {
      session.engine().close(code);
    } else {
      synchronized (this) {
        state = State.ENDED;
      }
      deadline.cancel();
      session.endProbe(webSocket);
      webSocket.close(code);
    }
  }

  private synchronized boolean isUpgraded() {
    return state == State.UPGRADED;
  }
}
