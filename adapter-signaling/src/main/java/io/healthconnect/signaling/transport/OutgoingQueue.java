package io.healthconnect.signaling.transport;

import io.healthconnect.signaling.SignalingLimits;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.eclipse.jetty.io.EndPoint;
import org.eclipse.jetty.util.IteratingCallback;

/** The frames to one socket: bounded, and written in one gathering write at a time. */
final class OutgoingQueue extends IteratingCallback {
  private static final ByteBuffer[] NONE = new ByteBuffer[0];

  /** So many waiting frames do not wait for the end of the wake-up. */
  private static final int SOON = 64;

  private final EndPoint endPoint;
  private final SignalingLimits.Queues limits;
  private final Runnable onDrained;
  private final AtomicBoolean touched = new AtomicBoolean();

  // Guarded by itself; the counts include what is being written.
  private final List<ByteBuffer> waiting = new ArrayList<>();
  private int messages;
  private long bytes;
  private boolean finishing;
  private boolean drained;

  // Belongs to the one write under way.
  private int writtenMessages;
  private long writtenBytes;

  OutgoingQueue(EndPoint endPoint, SignalingLimits.Queues limits, Runnable onDrained) {
    this.endPoint = endPoint;
    this.limits = limits;
    this.onDrained = onDrained;
  }

  /** Queues a finished frame; false when that is too much. After {@code finish} it is dropped. */
  boolean offer(byte[] frame) {
    boolean soon;
    synchronized (waiting) {
      if (finishing) {
        return true;
      }
      if (messages >= limits.outgoingMessages() || bytes + frame.length > limits.outgoingBytes()) {
        return false;
      }
      add(frame);
      soon = waiting.size() >= SOON;
    }
    if (soon) {
      flush();
    } else {
      FlushBatch.flush(this);
    }
    return true;
  }

  /** Queues the last frame, whatever the limits say. */
  void finish(byte[] closeFrame, boolean dropWaiting) {
    synchronized (waiting) {
      if (dropWaiting) {
        waiting.clear();
      }
      add(closeFrame);
      finishing = true;
    }
    FlushBatch.flush(this);
  }

  /** True for the first of several calls between two flushes. */
  boolean markTouched() {
    return touched.compareAndSet(false, true);
  }

  void flush() {
    touched.set(false);
    iterate();
  }

  @Override
  protected Action process() {
    ByteBuffer[] batch;
    boolean ended;
    synchronized (waiting) {
      batch = waiting.toArray(NONE);
      waiting.clear();
      ended = finishing && !drained && batch.length == 0;
      drained |= ended;
    }
    if (ended) {
      onDrained.run();
    }
    if (batch.length == 0) {
      return Action.IDLE;
    }
    writtenMessages = batch.length;
    writtenBytes = 0;
    for (ByteBuffer frame : batch) {
      writtenBytes += frame.remaining();
    }
    endPoint.write(this, batch);
    return Action.SCHEDULED;
  }

  @Override
  protected void onSuccess() {
    synchronized (waiting) {
      messages -= writtenMessages;
      bytes -= writtenBytes;
    }
  }

  @Override
  protected void onFailure(Throwable cause) {
    endPoint.close(cause);
  }

  @Override
  public InvocationType getInvocationType() {
    return InvocationType.NON_BLOCKING;
  }

  private void add(byte[] frame) {
    waiting.add(ByteBuffer.wrap(frame));
    messages++;
    bytes += frame.length;
  }
}
