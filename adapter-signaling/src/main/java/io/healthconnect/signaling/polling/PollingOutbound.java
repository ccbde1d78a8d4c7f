package io.healthconnect.signaling.polling;

import io.healthconnect.signaling.SignalingLimits;
import io.healthconnect.signaling.Timers;
import io.healthconnect.signaling.polling.PollTransport.Offer;
import io.healthconnect.signaling.protocol.OutgoingPacket;
import io.healthconnect.signaling.sending.CloseCode;
import io.healthconnect.signaling.sending.Outbound;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Sends packets in the answers to polls, and through a WebSocket once the client has upgraded.
 * Thread-safe; no method blocks.
 */
final class PollingOutbound implements Outbound {
  private static final OutgoingPacket CLOSE = new OutgoingPacket("1");

  private final Consumer<CloseCode> closer;
  private final Runnable onEnd;
  private final PollTransport polls;

  /** Set once, before anybody finds the polls gone. */
  private volatile @Nullable Outbound webSocket;

  // This field and all below are guarded by this.
  /** The WebSocket that the client checks. */
  private @Nullable Outbound probe;

  /** Binary packets that are still expected, in a POST or on the WebSocket. */
  private int attachments;

  private boolean left;
  private boolean closing;
  private boolean ended;

  /**
   * @param closer closes the session, which closes this
   * @param onEnd runs once, when nothing is left to be sent
   */
  PollingOutbound(
      SignalingLimits limits, Timers timers, Consumer<CloseCode> closer, Runnable onEnd) {
    this.closer = closer;
    this.onEnd = onEnd;
    this.polls = new PollTransport(limits, timers, this::lost, this::end);
  }

  /** Answers a poll now if packets wait, or later. A second one at a time closes the session. */
  void poll(Poll request) {
    if (!polls.poll(request)) {
      closer.accept(CloseCode.WITHOUT_STATUS);
    } else if (isProbing()) {
      // Asked once the poll is there: a check that begins later finds it, and ends it.
      polls.endPollSoon();
    }
  }

  /** Ends the open poll, so that the client can pause. */
  void endPoll() {
    polls.endPoll();
  }

  /** Whether the client may post packets. */
  synchronized boolean isPolling() {
    return isOpen() && webSocket == null;
  }

  synchronized boolean isOpen() {
    return !ended && !closing;
  }

  @Override
  public void send(OutgoingPacket packet) {
    Offer polled = webSocket == null ? polls.offer(packet) : Offer.GONE;
    Outbound upgraded = webSocket;
    if (polled == Offer.OVER_LIMIT) {
      closer.accept(CloseCode.OVERLOAD);
    } else if (polled == Offer.GONE && upgraded != null) {
      upgraded.send(packet);
    }
  }

  @Override
  public void sendAll(List<OutgoingPacket> packets) {
    Offer polled = polls.offerAll(packets);
    Outbound upgraded = webSocket;
    if (polled == Offer.GONE && upgraded != null) {
      upgraded.sendAll(packets);
    }
  }

  /** The client says that it leaves, so that its open poll needs no close packet. */
  synchronized void clientLeaves() {
    left = true;
  }

  /**
   * A client that is silent, or that violates the protocol, is not waited for. One that is to come
   * back gets no close packet, after which some clients stay away.
   */
  @Override
  public void close(CloseCode code) {
    Outbound upgraded;
    Outbound probing;
    OutgoingPacket last;
    synchronized (this) {
      if (closing) {
        return;
      }
      closing = true;
      upgraded = webSocket;
      probing = probe;
      last = left ? PollTransport.NOOP : CLOSE;
    }
    if (probing != null) {
      probing.close(code);
    }
    if (upgraded != null) {
      upgraded.close(code);
      end();
    } else if (code.invitesBack() || (code == CloseCode.WITHOUT_STATUS && !polls.hasPoll())) {
      end();
    } else {
      polls.sayGoodbye(last);
    }
  }

  @Override
  public void expectBinary(int messages) {
    Outbound upgraded;
    synchronized (this) {
      upgraded = webSocket;
      attachments = messages;
    }
    if (upgraded != null) {
      upgraded.expectBinary(messages);
    }
  }

  synchronized void binaryArrived() {
    attachments = Math.max(0, attachments - 1);
  }

  /** False for a session that has, or is about to have, a WebSocket. */
  synchronized boolean mayUpgrade() {
    return isPolling() && probe == null;
  }

  synchronized boolean beginProbe(Outbound candidate) {
    boolean begins = mayUpgrade();
    if (begins) {
      probe = candidate;
    }
    return begins;
  }

  private synchronized boolean isProbing() {
    return probe != null;
  }

  synchronized void endProbe(Outbound candidate) {
    if (probe == candidate) {
      probe = null;
    }
  }

  /** Moves to the WebSocket, which sends first what waits; false when that is too late. */
  boolean upgrade(Outbound candidate) {
    Poll open;
    synchronized (this) {
      if (!isPolling() || probe != candidate) {
        return false;
      }
      probe = null;
      candidate.expectBinary(attachments);
      open =
          polls.handOver(
              waiting -> {
                candidate.sendAll(waiting);
                webSocket = candidate;
              });
    }
    if (open != null) {
      open.answer(PollTransport.NOOP.text(), written -> {});
    }
    return true;
  }

  private void lost() {
    closer.accept(CloseCode.WITHOUT_STATUS);
    end();
  }

  /** Sends nothing from now on. */
  void end() {
    synchronized (this) {
      if (ended) {
        return;
      }
      ended = true;
    }
    polls.abandon();
    onEnd.run();
  }
}
