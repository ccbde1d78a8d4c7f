package io.healthconnect.signaling.polling;

import io.healthconnect.signaling.SignalingLimits;
import io.healthconnect.signaling.protocol.OutgoingPacket;
import io.healthconnect.signaling.protocol.PollingPayload;
import io.healthconnect.signaling.sending.Backlog;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Packets that wait for a poll, or a poll that waits for packets. Guarded by its session. */
final class PollQueue {
  /** The response to a poll, to be sent without a lock. */
  record Answer(Poll poll, String payload, int packets, int bytes) {}

  private static final int SEPARATOR = 1;

  private final int maxPayload;
  private final Deque<OutgoingPacket> waiting = new ArrayDeque<>();
  private final Backlog backlog;
  private @Nullable Poll poll;

  PollQueue(SignalingLimits limits) {
    this.maxPayload = limits.frames().maxMessageBytes();
    this.backlog = new Backlog(limits.queues());
  }

  boolean hasPoll() {
    return poll != null;
  }

  boolean isEmpty() {
    return waiting.isEmpty();
  }

  void begin(Poll request) {
    poll = request;
  }

  /** Queues a packet; false over a limit. */
  boolean offer(OutgoingPacket packet) {
    return backlog.tryAdd(packet.bytes() + SEPARATOR) && waiting.add(packet);
  }

  /** Queues a packet beyond the limits. */
  void add(OutgoingPacket packet) {
    backlog.addExtra(packet.bytes() + SEPARATOR);
    waiting.add(packet);
  }

  void clear() {
    waiting.clear();
  }

  /** Removes the packets and the poll, for a transport that takes over. */
  List<OutgoingPacket> drain() {
    List<OutgoingPacket> all = List.copyOf(waiting);
    waiting.clear();
    poll = null;
    return all;
  }

  @Nullable Poll poll() {
    return poll;
  }

  /** Ends the open poll with as many packets as fit into one response; null if one is missing. */
  @Nullable Answer answer() {
    Poll open = poll;
    if (open == null || waiting.isEmpty()) {
      return null;
    }
    List<String> packets = new ArrayList<>();
    int size = 0;
    while (!waiting.isEmpty()) {
      int length = waiting.element().bytes() + SEPARATOR;
      if (!packets.isEmpty() && size + length > maxPayload) {
        break;
      }
      size += length;
      packets.add(waiting.remove().payload());
    }
    poll = null;
    return new Answer(open, PollingPayload.join(packets), packets.size(), size);
  }

  /** The response has been written, or could not be. */
  void written(Answer answer) {
    backlog.remove(answer.packets(), answer.bytes());
  }
}
