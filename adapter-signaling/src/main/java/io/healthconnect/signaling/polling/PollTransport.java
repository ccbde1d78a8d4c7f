package io.healthconnect.signaling.polling;

import io.healthconnect.signaling.SignalingLimits;
import io.healthconnect.signaling.Timers;
import io.healthconnect.signaling.Timers.Cancellation;
import io.healthconnect.signaling.polling.PollQueue.Answer;
import io.healthconnect.signaling.protocol.OutgoingPacket;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Sends packets in the answers to polls, without its lock. Thread-safe; no method blocks. */
final class PollTransport {
  /** What became of a packet; after a hand-over it has to be sent elsewhere. */
  enum Offer {
    TAKEN,
    OVER_LIMIT,
    GONE
  }

  /** How long a poll waits while the client checks its WebSocket. */
  static final Duration PROBE_POLL = Duration.ofMillis(100);

  static final OutgoingPacket NOOP = new OutgoingPacket("6");

  private final SignalingLimits limits;
  private final Timers timers;
  private final Runnable onLost;
  private final Runnable onDone;

  // Guarded by this, like all below.
  private final PollQueue queue;
  private @Nullable Cancellation noop;
  private boolean goodbye;
  private boolean gone;

  /**
   * @param onLost runs when a response could not be written
   * @param onDone runs when the last packet is on its way, or nobody came for it
   */
  PollTransport(SignalingLimits limits, Timers timers, Runnable onLost, Runnable onDone) {
    this.limits = limits;
    this.timers = timers;
    this.onLost = onLost;
    this.onDone = onDone;
    this.queue = new PollQueue(limits);
  }

  /**
   * Answers a poll now if packets wait, or later.
   *
   * @return false if another poll is open, so that this one was refused
   */
  boolean poll(Poll request) {
    Answer answer = null;
    boolean second;
    boolean refused;
    synchronized (this) {
      second = !gone && queue.hasPoll();
      refused = gone || second;
      if (!refused) {
        queue.begin(request);
        answer = nextAnswer();
      }
    }
    if (refused) {
      request.refuse();
    }
    send(answer);
    return !second;
  }

  synchronized boolean hasPoll() {
    return queue.hasPoll();
  }

  /** Queues a packet; over a limit, all that wait are dropped. */
  Offer offer(OutgoingPacket packet) {
    Answer answer = null;
    synchronized (this) {
      if (gone) {
        return Offer.GONE;
      }
      if (!goodbye) {
        if (!queue.offer(packet)) {
          queue.clear();
          return Offer.OVER_LIMIT;
        }
        answer = nextAnswer();
      }
    }
    send(answer);
    return Offer.TAKEN;
  }

  /** Queues packets beyond the limits. */
  Offer offerAll(List<OutgoingPacket> packets) {
    Answer answer = null;
    synchronized (this) {
      if (gone) {
        return Offer.GONE;
      }
      if (!goodbye) {
        packets.forEach(queue::add);
        answer = nextAnswer();
      }
    }
    send(answer);
    return Offer.TAKEN;
  }

  /** Ends the open poll if there is one. */
  void endPoll() {
    Answer answer = null;
    synchronized (this) {
      if (!gone && queue.hasPoll()) {
        queue.add(NOOP);
        answer = nextAnswer();
      }
    }
    send(answer);
  }

  /** Lets the open poll, if there is one, wait for a moment only. */
  synchronized void endPollSoon() {
    if (!gone && queue.hasPoll()) {
      noop = timers.schedule(PROBE_POLL, this::endPoll);
    }
  }

  /** Without a poll the last packet waits for the next one, until the deadline of a close. */
  void sayGoodbye(OutgoingPacket last) {
    Answer answer;
    synchronized (this) {
      if (gone) {
        return;
      }
      queue.add(last);
      goodbye = true;
      answer = nextAnswer();
    }
    timers.schedule(limits.timeouts().close(), onDone);
    send(answer);
  }

  /** Refuses the open poll and all that follow. */
  void abandon() {
    Poll open;
    synchronized (this) {
      gone = true;
      open = queue.poll();
      queue.drain();
    }
    if (open != null) {
      open.refuse();
    }
  }

  /**
   * Gives what waits to a successor before anybody finds this transport gone.
   *
   * @return the open poll, which has to be answered
   */
  synchronized @Nullable Poll handOver(Consumer<List<OutgoingPacket>> successor) {
    gone = true;
    Poll open = queue.poll();
    successor.accept(queue.drain());
    return open;
  }

  /** Called under the lock. */
  private @Nullable Answer nextAnswer() {
    Answer answer = queue.answer();
    Cancellation pending = noop;
    if (answer != null && pending != null) {
      pending.cancel();
      noop = null;
    }
    return answer;
  }

  private void send(@Nullable Answer answer) {
    if (answer == null) {
      return;
    }
    answer.poll().answer(answer.payload(), success -> written(answer, success));
    boolean last;
    synchronized (this) {
      last = goodbye && queue.isEmpty();
    }
    if (last) {
      onDone.run();
    }
  }

  private void written(Answer answer, boolean success) {
    synchronized (this) {
      queue.written(answer);
    }
    if (!success) {
      onLost.run();
    }
  }
}
