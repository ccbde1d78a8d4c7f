package io.healthconnect.signaling.endpoint;

import io.healthconnect.signaling.SignalingLimits;
import io.healthconnect.signaling.Timers;
import io.healthconnect.signaling.Timers.Cancellation;
import io.healthconnect.signaling.protocol.OutgoingPacket;
import io.healthconnect.signaling.sending.Backlog;
import io.healthconnect.signaling.sending.CloseCode;
import io.healthconnect.signaling.sending.Outbound;
import jakarta.websocket.CloseReason;
import jakarta.websocket.CloseReason.CloseCodes;
import jakarta.websocket.SendHandler;
import jakarta.websocket.Session;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sends through the container: one frame in flight, the rest in a bounded queue. A close follows
 * what is queued, but waits for it no longer than its deadline.
 */
final class ContainerOutbound implements Outbound {
  private static final Logger LOG = LoggerFactory.getLogger(ContainerOutbound.class);

  private final Session session;
  private final SignalingLimits limits;
  private final Timers timers;

  // This field and all below are guarded by the queue.
  private final Queue<OutgoingPacket> waiting = new ArrayDeque<>();
  private final Backlog backlog;
  private boolean sending;
  private @Nullable CloseCode closing;
  private boolean closed;
  private @Nullable Cancellation deadline;

  ContainerOutbound(Session session, SignalingLimits limits, Timers timers) {
    this.session = session;
    this.limits = limits;
    this.timers = timers;
    this.backlog = new Backlog(limits.queues());
  }

  @Override
  public void send(OutgoingPacket packet) {
    synchronized (waiting) {
      if (closing != null) {
        return;
      }
      if (backlog.tryAdd(packet.bytes())) {
        waiting.add(packet);
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

  @Override
  public void sendAll(List<OutgoingPacket> packets) {
    synchronized (waiting) {
      if (closing != null) {
        return;
      }
      for (OutgoingPacket packet : packets) {
        backlog.addExtra(packet.bytes());
        waiting.add(packet);
      }
      if (sending) {
        return;
      }
      sending = true;
    }
    sendNext();
  }

  private void sendNext() {
    OutgoingPacket next;
    synchronized (waiting) {
      next = closed || closing == CloseCode.OVERLOAD ? null : waiting.peek();
      sending = next != null;
    }
    if (next == null) {
      finish();
      return;
    }
    sendFrom(next, 0);
  }

  /** Sends the text of a packet, which is its part 0, or an attachment, and what follows it. */
  private void sendFrom(OutgoingPacket packet, int part) {
    boolean last = part == packet.attachments().size();
    SendHandler then =
        result -> {
          if (result.isOK() && !last) {
            sendFrom(packet, part + 1);
          } else {
            sent(packet, result.isOK());
          }
        };
    try {
      if (part == 0) {
        session.getAsyncRemote().sendText(packet.text(), then);
      } else {
        ByteBuffer data = ByteBuffer.wrap(packet.attachments().get(part - 1));
        session.getAsyncRemote().sendBinary(data, then);
      }
    } catch (RuntimeException gone) {
      LOG.debug("A frame could not be sent", gone);
      fail();
    }
  }

  private void sent(OutgoingPacket packet, boolean success) {
    synchronized (waiting) {
      if (waiting.remove(packet)) {
        backlog.remove(1, packet.bytes());
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

  /** Closes the session if that has been requested and not yet done. */
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
