package io.healthconnect.signaling.transport;

import io.healthconnect.signaling.SignalingLimits;
import io.healthconnect.signaling.Timers;
import io.healthconnect.signaling.Timers.Cancellation;
import io.healthconnect.signaling.protocol.OutgoingPacket;
import io.healthconnect.signaling.protocol.ServerFrames;
import io.healthconnect.signaling.sending.CloseCode;
import io.healthconnect.signaling.sending.Outbound;
import jakarta.websocket.CloseReason;
import jakarta.websocket.CloseReason.CloseCodes;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicBoolean;
import org.eclipse.jetty.io.AbstractConnection;
import org.eclipse.jetty.io.ByteBufferPool;
import org.eclipse.jetty.io.Connection;
import org.eclipse.jetty.io.EndPoint;
import org.eclipse.jetty.io.RetainableByteBuffer;
import org.glassfish.tyrus.spi.WebSocketEngine.UpgradeInfo;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One upgraded connection. Incoming bytes pass the frame guard on their way to the WebSocket
 * engine; outgoing frames go directly to the queue of the socket. The engine never writes here, so
 * this class ensures that nothing follows a close frame.
 */
final class GuardedConnection extends AbstractConnection.NonBlocking
    implements Connection.UpgradeTo, Outbound, FrameGuard.Sink {
  private static final Logger LOG = LoggerFactory.getLogger(GuardedConnection.class);
  private static final byte[] NO_FRAME = {};
  private static final int INPUT = 16 * 1024;

  /** The number of consecutive reads after which other sockets get their turn. */
  private static final int READS = 16;

  private final ByteBufferPool buffers;
  private final Timers timers;
  private final SignalingLimits limits;
  private final Runnable onGone;

  /**
   * OkHttp, the client of Android and of the Socket.IO project's Java client, stops reading at a
   * close frame without telling anybody, so that only the end of the connection is noticed.
   */
  private final boolean ignoresCloseFrames;

  private final FrameGuard guard;
  private final OutgoingQueue outgoing;
  private final AtomicBoolean open = new AtomicBoolean(true);
  private final AtomicBoolean engineTold = new AtomicBoolean();
  private volatile boolean peerClosed;
  private volatile @Nullable Cancellation cut;
  private volatile org.glassfish.tyrus.spi.@Nullable Connection engine;
  private @Nullable UpgradeInfo upgrade;
  private @Nullable ByteBuffer early;

  GuardedConnection(
      EndPoint endPoint,
      Executor executor,
      ByteBufferPool buffers,
      SignalingLimits limits,
      Timers timers,
      boolean ignoresCloseFrames,
      Runnable onGone) {
    super(endPoint, executor);
    this.buffers = buffers;
    this.timers = timers;
    this.limits = limits;
    this.ignoresCloseFrames = ignoresCloseFrames;
    this.onGone = onGone;
    this.guard = new FrameGuard(limits.frames(), timers::nanoTime, this);
    this.outgoing = new OutgoingQueue(endPoint, limits.queues(), this::drained);
  }

  /** Must be called before the connection is opened. */
  void upgraded(UpgradeInfo info) {
    upgrade = info;
  }

  @Override
  public void onUpgradeTo(ByteBuffer withHandshake) {
    ByteBuffer copy = ByteBuffer.allocate(withHandshake.remaining());
    early = copy.put(withHandshake).flip();
  }

  @Override
  public void onOpen() {
    super.onOpen();
    // From now on pings and our own deadlines detect a dead connection.
    getEndPoint().setIdleTimeout(-1);
    FlushBatch.run(this::start);
  }

  private void start() {
    UpgradeInfo info = upgrade;
    if (info == null) {
      getEndPoint().close();
      return;
    }
    engine = info.createConnection(new DiscardingWriter(), reason -> getEndPoint().close());
    upgrade = null;
    if (!open.get()) {
      tellEngine();
    }
    ByteBuffer first = early;
    early = null;
    if (first != null) {
      feed(first);
    }
    fillInterested();
  }

  @Override
  public void onFillable() {
    FlushBatch.run(this::read);
  }

  private void read() {
    RetainableByteBuffer.Mutable pooled = buffers.acquire(INPUT, true);
    try {
      ByteBuffer buffer = pooled.getByteBuffer();
      for (int i = 0; i < READS; i++) {
        buffer.clear().limit(0);
        int filled = getEndPoint().fill(buffer);
        if (filled < 0) {
          getEndPoint().close();
          return;
        }
        boolean more = filled == buffer.capacity();
        feed(buffer);
        if (!more) {
          // A partly filled buffer means that nothing is left: another read would return 0.
          fillInterested();
          return;
        }
      }
      getExecutor().execute(this::onFillable);
    } catch (IOException | RejectedExecutionException gone) {
      getEndPoint().close(gone);
    } finally {
      pooled.release();
    }
  }

  private void feed(ByteBuffer bytes) {
    // After our close frame, input is only drained, so that the peer gets to read the reason.
    if (!open.get()) {
      return;
    }
    try {
      guard.feed(bytes);
    } catch (RuntimeException failure) {
      LOG.error("A socket's input failed", failure);
      close(CloseCode.INTERNAL_FAILURE);
    }
  }

  @Override
  public void message(ByteBuffer frame) {
    org.glassfish.tyrus.spi.Connection target = engine;
    if (open.get() && target != null) {
      target.getReadHandler().handle(frame);
    }
  }

  @Override
  public void ping(byte[] payload) {
    send(ServerFrames.pong(payload));
  }

  @Override
  public void closed(byte[] payload) {
    peerClosed = true;
    shut(ServerFrames.closeAnswer(payload), false);
  }

  @Override
  public void refused(CloseCode code) {
    close(code);
  }

  @Override
  public void send(OutgoingPacket packet) {
    send(packet.frames());
  }

  @Override
  public void sendAll(List<OutgoingPacket> packets) {
    if (open.get()) {
      outgoing.offerAll(packets.stream().map(OutgoingPacket::frames).toList());
    }
  }

  private void send(byte[] frame) {
    if (open.get() && !outgoing.offer(frame)) {
      close(CloseCode.OVERLOAD);
    }
  }

  @Override
  public void close(CloseCode code) {
    shut(closeFrame(code), code == CloseCode.OVERLOAD);
  }

  private byte[] closeFrame(CloseCode code) {
    if (ignoresCloseFrames) {
      return NO_FRAME;
    }
    return code == CloseCode.WITHOUT_STATUS
        ? ServerFrames.close()
        : ServerFrames.close(code.status(), code.reason());
  }

  @Override
  public void expectBinary(int messages) {
    guard.expectBinary(messages);
  }

  private void shut(byte[] closeFrame, boolean dropWaiting) {
    if (open.compareAndSet(true, false)) {
      cut = timers.schedule(limits.timeouts().close(), () -> getEndPoint().close());
      outgoing.finish(closeFrame, dropWaiting);
      tellEngine();
    }
  }

  private void drained() {
    if (peerClosed || ignoresCloseFrames) {
      getEndPoint().close();
    } else {
      getEndPoint().shutdownOutput();
    }
  }

  /** Ends the state of the engine with ours; this calls the endpoint's onClose. */
  private void tellEngine() {
    org.glassfish.tyrus.spi.Connection target = engine;
    if (target != null && engineTold.compareAndSet(false, true)) {
      target.close(new CloseReason(CloseCodes.NORMAL_CLOSURE, ""));
    }
  }

  @Override
  public void onFillInterestedFailed(Throwable cause) {
    getEndPoint().close(cause);
  }

  @Override
  public void onClose(@Nullable Throwable cause) {
    open.set(false);
    Cancellation pending = cut;
    if (pending != null) {
      pending.cancel();
    }
    tellEngine();
    onGone.run();
    super.onClose(cause);
  }
}
