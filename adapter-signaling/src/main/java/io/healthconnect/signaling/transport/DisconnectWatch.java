package io.healthconnect.signaling.transport;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedChannelException;
import org.eclipse.jetty.io.AbstractEndPoint;
import org.eclipse.jetty.io.EndPoint;
import org.eclipse.jetty.util.Callback;

/**
 * Notices that the client of a waiting HTTP/1.1 request closes its connection. Jetty reads nothing
 * while a request waits, and would notice with the next write at the earliest.
 */
final class DisconnectWatch implements Callback {
  private final EndPoint endPoint;
  private final Runnable onGone;

  // Guarded by this.
  private boolean registered;
  private boolean over;

  /**
   * @param onGone runs at most once, and not after {@link #stop}; must not block
   */
  DisconnectWatch(EndPoint endPoint, Runnable onGone) {
    this.endPoint = endPoint;
    this.onGone = onGone;
  }

  /** Without effect after {@link #stop}. */
  synchronized void start() {
    if (!over && endPoint instanceof AbstractEndPoint) {
      registered = endPoint.tryFillInterested(this);
    }
  }

  /** Must be called before the response is written: Jetty then reads the next request. */
  synchronized void stop() {
    over = true;
    if (registered && endPoint instanceof AbstractEndPoint watched) {
      registered = false;
      watched.getFillInterest().onFail(new ClosedChannelException());
    }
  }

  /** There is something to read. */
  @Override
  public void succeeded() {
    synchronized (this) {
      registered = false;
      if (over || isIdle()) {
        return;
      }
      over = true;
    }
    onGone.run();
  }

  /** A client that sends something before it is answered does not poll either. */
  private boolean isIdle() {
    try {
      if (endPoint.fill(ByteBuffer.allocate(1).limit(0)) != 0) {
        return false;
      }
    } catch (IOException gone) {
      return false;
    }
    registered = endPoint.tryFillInterested(this);
    return true;
  }

  /** The end of the connection, or of the watch. */
  @Override
  public void failed(Throwable cause) {
    synchronized (this) {
      registered = false;
      if (over) {
        return;
      }
      over = true;
    }
    onGone.run();
  }

  @Override
  public InvocationType getInvocationType() {
    return InvocationType.NON_BLOCKING;
  }
}
