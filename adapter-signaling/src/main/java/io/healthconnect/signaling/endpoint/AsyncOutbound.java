package io.healthconnect.signaling.endpoint;

import io.healthconnect.signaling.SignalingLimits;
import io.healthconnect.signaling.endpoint.Timers.Cancellation;
import jakarta.websocket.CloseReason;
import jakarta.websocket.CloseReason.CloseCodes;
import jakarta.websocket.Session;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Queue;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sends through the container: one frame on its way, the rest in a bounded queue. A close comes
 * after what is queued, but does not wait for it longer than its deadline.
 */
final class AsyncOutbound implements Outbound {
  private static final Logger LOG = LoggerFactory.getLogger(AsyncOutbound.class);

  private final Session session;
  private final SignalingLimits limits;
  private final Timers timers;

  // Guarded by itself, like all below.
  private final Queue<OutgoingText> waiting = new ArrayDeque<>();
  private int bytes;
  private boolean sending;
  private @Nullable CloseCode closing;
  private boolean closed;
  private @Nullable Cancellation deadline;

  AsyncOutbound(Session session, SignalingLimits limits, Timers timers) {
    this.session = session;
    this.limits = limits;
    this.timers = timers;
  }

  @Override
  public void send(OutgoingText text) {
    int length = text.bytes();
    synchronized (waiting) {
      if (closing != null) {
        return;
      }
      boolean fits =
          waiting.size() < limits.queues().outgoingMessages()
              && bytes <= limits.queues().outgoingBytes() - length;
      if (fits) {
        waiting.add(text);
        bytes += length;
        if (sending) {
          return;
        }
        sending = true;
      } else {
        closing = CloseCode.OVERLOAD;
      }
    }
    sendNext();
  }

  private void sendNext() {
    OutgoingText next;
    synchronized (waiting) {
      next = closed || closing == CloseCode.OVERLOAD ? null : waiting.peek();
      sending = next != null;
    }
    if (next == null) {
      finish();
      return;
    }
    try {
      session.getAsyncRemote().sendText(next.text(), result -> sent(next, result.isOK()));
    } catch (RuntimeException gone) {
      LOG.debug("A frame could not be sent", gone);
      fail();
    }
  }

  private void sent(OutgoingText text, boolean success) {
    synchronized (waiting) {
      if (waiting.remove(text)) {
        bytes -= text.bytes();
      }
    }
    if (success) {
      sendNext();
    } else {
      fail();
    }
  }

  @Override
  public void close(CloseCode code) {
    synchronized (waiting) {
      if (closing != null) {
        return;
      }
      closing = code;
      if (sending && code != CloseCode.OVERLOAD) {
        deadline = timers.schedule(limits.timeouts().close(), this::finish);
        return;
      }
    }
    finish();
  }

  private void fail() {
    synchronized (waiting) {
      closing = closing == null ? CloseCode.INTERNAL_FAILURE : closing;
    }
    finish();
  }

  /** Closes the session if that is wanted and was not done. */
  private void finish() {
    CloseCode code;
    synchronized (waiting) {
      code = closing;
      if (code == null || closed) {
        return;
      }
      closed = true;
      waiting.clear();
      if (deadline != null) {
        deadline.cancel();
      }
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
