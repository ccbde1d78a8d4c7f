package io.healthconnect.signaling.endpoint;

import io.healthconnect.signaling.SignalingLimits;
import jakarta.websocket.CloseReason;
import jakarta.websocket.CloseReason.CloseCodes;
import jakarta.websocket.Session;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Queue;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Sends through the container: one frame on its way, the rest in a bounded queue. */
final class AsyncOutbound implements Outbound {
  private static final Logger LOG = LoggerFactory.getLogger(AsyncOutbound.class);

  private final Session session;
  private final SignalingLimits.Queues limits;
  private final Queue<OutgoingText> waiting = new ArrayDeque<>();
  private int bytes;
  private boolean sending;
  private boolean closed;

  AsyncOutbound(Session session, SignalingLimits.Queues limits) {
    this.session = session;
    this.limits = limits;
  }

  @Override
  public void send(OutgoingText text) {
    boolean overload;
    synchronized (waiting) {
      if (closed) {
        return;
      }
      int length = text.text().length();
      overload =
          waiting.size() >= limits.outgoingMessages() || bytes > limits.outgoingBytes() - length;
      if (!overload) {
        waiting.add(text);
        bytes += length;
      }
      if (!overload && sending) {
        return;
      }
      sending = true;
    }
    if (overload) {
      close(CloseCode.OVERLOAD);
    } else {
      sendNext();
    }
  }

  private void sendNext() {
    OutgoingText next;
    synchronized (waiting) {
      next = closed ? null : waiting.peek();
      if (next == null) {
        sending = false;
        return;
      }
    }
    try {
      session.getAsyncRemote().sendText(next.text(), result -> sent(next, result.isOK()));
    } catch (RuntimeException gone) {
      LOG.debug("A frame could not be sent", gone);
      close(CloseCode.INTERNAL_FAILURE);
    }
  }

  private void sent(OutgoingText text, boolean success) {
    synchronized (waiting) {
      if (waiting.remove(text)) {
        bytes -= text.text().length();
      }
    }
    if (success) {
      sendNext();
    } else {
      close(CloseCode.INTERNAL_FAILURE);
    }
  }

  @Override
  public void close(CloseCode code) {
    synchronized (waiting) {
      if (closed) {
        return;
      }
      closed = true;
      waiting.clear();
    }
    try {
      session.close(reason(code));
    } catch (IOException | RuntimeException gone) {
      LOG.debug("The session was gone before its close", gone);
    }
  }

  @Override
  public void expectBinary(int messages) {
    // The container lets binary messages through; the endpoint counts them.
  }

  private static CloseReason reason(CloseCode code) {
    // The API has no close frame without a status.
    return code == CloseCode.WITHOUT_STATUS
        ? new CloseReason(CloseCodes.NORMAL_CLOSURE, "")
        : new CloseReason(CloseCodes.getCloseCode(code.status()), code.reason());
  }
}
