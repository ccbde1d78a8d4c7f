package io.healthconnect.signaling.session;

import io.healthconnect.signaling.protocol.OutgoingPacket;
import io.healthconnect.signaling.sending.Offset;
import io.healthconnect.signaling.sending.Outbound;
import io.healthconnect.signaling.sending.OutgoingEvent;
import io.healthconnect.signaling.sending.Stamp;
import io.healthconnect.signaling.session.Recovery.Missed;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The events to one client. They wait until the client is admitted; those to a client that can
 * recover its connection carry an offset, and none is sent twice.
 */
final class EventStream {
  /** An event that waits; without a stamp it has no place of its own among the others. */
  private record Waiting(@Nullable Stamp stamp, OutgoingEvent event) {}

  private final Outbound outbound;
  private final String namespace;
  private final int limit;

  // Guarded by this.
  private @Nullable List<Waiting> waiting = new ArrayList<>(0);
  private @Nullable Offset offset;
  private List<Runnable> onOpen = List.of();

  /** Set with the lock held, once nothing waits and no offset is needed. */
  private volatile boolean plain;

  /**
   * @param limit how many events may wait
   */
  EventStream(Outbound outbound, String namespace, int limit) {
    this.outbound = outbound;
    this.namespace = namespace;
    this.limit = limit;
  }

  /**
   * Sends an event.
   *
   * @return false when too many wait
   */
  boolean send(@Nullable Stamp stamp, OutgoingEvent event) {
    if (plain) {
      outbound.send(event.in(namespace));
      return true;
    }
    synchronized (this) {
      if (waiting != null) {
        return waiting.size() < limit && waiting.add(new Waiting(stamp, event));
      }
      OutgoingPacket packet = next(stamp, event);
      if (packet != null) {
        outbound.send(packet);
      }
    }
    return true;
  }

  /** Sends an event that may be lost, and that has no offset. */
  void sendVolatile(OutgoingEvent event) {
    if (plain) {
      outbound.send(event.in(namespace));
      return;
    }
    synchronized (this) {
      if (waiting == null) {
        outbound.send(event.in(namespace));
      }
    }
  }

  /** Runs an action once the client has been answered: now, or after the answer is sent. */
  void whenOpen(Runnable action) {
    synchronized (this) {
      if (waiting != null) {
        onOpen = Stream.concat(onOpen.stream(), Stream.of(action)).toList();
        return;
      }
    }
    action.run();
  }

  /** Sends the answer to CONNECT, and then the events that wait. */
  void open(OutgoingPacket answer) {
    List<Runnable> actions;
    synchronized (this) {
      List<OutgoingPacket> packets = new ArrayList<>();
      packets.add(answer);
      actions = release(packets);
      plain = true;
    }
    actions.forEach(Runnable::run);
  }

  /**
   * Sends the answer to CONNECT, the events that the client has missed, and those that wait.
   *
   * @param upTo up to where the missed events reach
   */
  void open(OutgoingPacket answer, Offset from, List<Missed> missed, Offset upTo) {
    List<Runnable> actions;
    synchronized (this) {
      List<OutgoingPacket> packets = new ArrayList<>();
      packets.add(answer);
      offset = from;
      for (Missed each : missed) {
        OutgoingPacket packet = next(each.stamp(), each.event());
        if (packet != null) {
          packets.add(packet);
        }
      }
      offset = upTo;
      actions = release(packets);
    }
    actions.forEach(Runnable::run);
  }

  /** Returns the actions that are due, to be run without the lock. */
  private List<Runnable> release(List<OutgoingPacket> packets) {
    List<Waiting> held = waiting == null ? List.of() : waiting;
    waiting = null;
    for (Waiting each : held) {
      OutgoingPacket packet = next(each.stamp(), each.event());
      if (packet != null) {
        packets.add(packet);
      }
    }
    outbound.sendAll(packets);
    return onOpen;
  }

  /** Null for an event that the client has got, or that was among those it had missed. */
  private @Nullable OutgoingPacket next(@Nullable Stamp stamp, OutgoingEvent event) {
    Offset reached = offset;
    if (reached == null) {
      return event.in(namespace);
    }
    if (stamp != null) {
      if (!reached.isBefore(stamp)) {
        return null;
      }
      reached = reached.with(stamp);
      offset = reached;
    }
    return event.withOffset(reached).in(namespace);
  }
}
