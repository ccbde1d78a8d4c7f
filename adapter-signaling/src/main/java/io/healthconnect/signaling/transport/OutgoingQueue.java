package io.healthconnect.signaling.transport;

import io.healthconnect.signaling.SignalingLimits;
import io.healthconnect.signaling.sending.Backlog;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.eclipse.jetty.io.EndPoint;
import org.eclipse.jetty.util.IteratingCallback;

/** The bounded queue of frames to one socket, emptied by one gathering write at a time. */
final class OutgoingQueue extends IteratingCallback {
  private static final ByteBuffer[] NONE = new ByteBuffer[0];

  /** This many waiting frames are flushed before the end of the wake-up. */
  private static final int SOON = 64;

  private final EndPoint endPoint;
  private final Runnable onDrained;
  private final AtomicBoolean touched = new AtomicBoolean();

  // Guarded by the list.
  private final List<ByteBuffer> waiting = new ArrayList<>();
  private final Backlog backlog;
  private boolean finishing;
  private boolean drained;

  // Used only by the current write.
  private int writtenMessages;
  private long writtenBytes;

  OutgoingQueue(EndPoint endPoint, SignalingLimits.Queues limits, Runnable onDrained) {
    this.endPoint = endPoint;
    this.backlog = new Backlog(limits);
    this.onDrained = onDrained;
  }

  /**
   * Queues a complete frame; an empty queue takes a frame of any size. After {@code finish} the
   * frame is dropped.
   *
   * @return false over a limit
   */
  boolean offer(byte[] frame) {
    boolean soon;
    synchronized (waiting) {
      if (finishing) {
        return true;
      }
      if (!backlog.tryAdd(frame.length)) {
        return false;
      }
      waiting.add(ByteBuffer.wrap(frame));
      soon = waiting.size() >= SOON;
    }
    if (soon) {
      flush();
    } else {
      FlushBatch.flush(this);
    }
    return true;
  }

  /** Queues complete frames beyond the limits, which grow by them until the queue is empty. */
  void offerAll(List<byte[]> frames) {
    synchronized (waiting) {
      if (finishing) {
        return;
      }
      frames.forEach(this::addExtra);
    }
    FlushBatch.flush(this);
  }

  /** Queues the last frame, regardless of the limits. */
  void finish(byte[] closeFrame, boolean dropWaiting) {
    synchronized (waiting) {
      if (dropWaiting) {
        waiting.clear();
      }
      addExtra(closeFrame);
      finishing = true;
    }
    FlushBatch.flush(this);
  }

  /** True for the first call between two flushes. */
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
      backlog.remove(writtenMessages, writtenBytes);
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

  private void addExtra(byte[] frame) {
    backlog.addExtra(frame.length);
    waiting.add(ByteBuffer.wrap(frame));
  }
}
