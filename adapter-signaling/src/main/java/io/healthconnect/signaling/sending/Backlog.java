package io.healthconnect.signaling.sending;

import io.healthconnect.signaling.SignalingLimits;

/**
 * Counts the packets that wait for one client, those in a write included, against the limits of its
 * queue. Not thread-safe.
 */
public final class Backlog {
  private final SignalingLimits.Queues limits;
  private int messages;
  private long bytes;
  private int extraMessages;
  private long extraBytes;

  public Backlog(SignalingLimits.Queues limits) {
    this.limits = limits;
  }

  /** Counts a packet, unless it exceeds a limit; an empty backlog takes a packet of any size. */
  public boolean tryAdd(int length) {
    if (messages > 0 && exceeds(length)) {
      return false;
    }
    messages++;
    bytes += length;
    return true;
  }

  private boolean exceeds(int length) {
    return messages - extraMessages >= limits.outgoingMessages()
        || bytes - extraBytes + length > limits.outgoingBytes();
  }

  /** Counts a packet beyond the limits, which grow by it until nothing waits. */
  public void addExtra(int length) {
    messages++;
    bytes += length;
    extraMessages++;
    extraBytes += length;
  }

  /** Packets have been written, or could not be. */
  public void remove(int count, long length) {
    messages -= count;
    bytes -= length;
    if (messages == 0) {
      extraMessages = 0;
      extraBytes = 0;
    }
  }
}
