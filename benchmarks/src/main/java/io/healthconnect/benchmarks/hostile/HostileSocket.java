package io.healthconnect.benchmarks.hostile;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Optional;
import java.util.Queue;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * One connection of the swarm: upgrades, connects if it has a token, answers pings, and sends and
 * reads only what it is told to. Only the swarm's thread uses the channel.
 */
final class HostileSocket {
  /** The connection ended without a close frame. */
  static final int CUT = -1;

  static final int NO_STATUS = 1005;

  private static final String UPGRADE =
      "GET /socket.io/?EIO=4&transport=websocket HTTP/1.1\r\nHost: 127.0.0.1\r\n"
          + "Upgrade: websocket\r\nConnection: Upgrade\r\n"
          + "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\nSec-WebSocket-Version: 13\r\n\r\n";

  private final Plan plan;
  private final SocketChannel channel;
  private final Queue<ByteBuffer> outgoing = new ArrayDeque<>();
  private final ServerFrameReader frames = new ServerFrameReader(this::frame);
  private @Nullable Selector selector;
  private boolean reading = true;
  private volatile boolean ready;
  private volatile boolean ended;
  private volatile int httpStatus;
  private volatile int closeStatus = CUT;
  private volatile long openedAt;
  private volatile long endedAt;

  /**
   * The parameters of a socket.
   *
   * @param from the loopback address that it connects from
   * @param connect the CONNECT packet that it sends, if any
   * @param receiveBuffer the size in bytes; 0 means the system's default
   * @param packets receives every text except pings, on the swarm's thread, so it must be quick
   */
  record Plan(
      InetAddress from, Optional<String> connect, int receiveBuffer, Consumer<String> packets) {}

  HostileSocket(Plan plan) throws IOException {
    this.plan = plan;
    channel = SocketChannel.open();
    outgoing.add(ByteBuffer.wrap(UPGRADE.getBytes(StandardCharsets.ISO_8859_1)));
  }

  void start(Selector selector, int port) {
    this.selector = selector;
    try {
      channel.configureBlocking(false);
      if (plan.receiveBuffer() > 0) {
        channel.setOption(StandardSocketOptions.SO_RCVBUF, plan.receiveBuffer());
      }
      channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
      channel.bind(new InetSocketAddress(plan.from(), 0));
      channel.connect(new InetSocketAddress(Swarm.loopback(1), port));
      channel.register(selector, SelectionKey.OP_CONNECT, this);
    } catch (IOException gone) {
      end();
    }
  }

  /** Whether the socket is upgraded, and connected if planned, or has ended. */
  boolean settled() {
    return ready || ended;
  }

  boolean open() {
    return ready && !ended;
  }

  boolean ended() {
    return ended;
  }

  /** The HTTP status of the handshake; 101 when it was accepted, 0 before that. */
  int httpStatus() {
    return httpStatus;
  }

  /** The status of the server's close frame, {@link #NO_STATUS} or {@link #CUT}. */
  int closeStatus() {
    return closeStatus;
  }

  /** Whether this time of {@link System#nanoTime} is between its accepted upgrade and its end. */
  boolean wasOpenAt(long time) {
    return httpStatus == 101 && time - openedAt >= 0 && (!ended || time - endedAt < 0);
  }

  long openedAt() {
    return openedAt;
  }

  /** The time from the accepted upgrade to the end. */
  long lifeNanos() {
    return endedAt - openedAt;
  }

  void selected(SelectionKey key, ByteBuffer shared) {
    try {
      if (key.isConnectable()) {
        channel.finishConnect();
      }
      if (key.isReadable()) {
        read(shared);
      }
      if (key.isValid()) {
        write();
      }
    } catch (IOException gone) {
      end();
    }
  }

  void send(ByteBuffer bytes) {
    if (!ended) {
      outgoing.add(bytes);
      try {
        write();
      } catch (IOException closed) {
        // What the server sent before it closed can still be read.
        outgoing.clear();
      }
      interest();
    }
  }

  void reading(boolean on) {
    reading = on;
    interest();
  }

  void end() {
    if (!ended) {
      endedAt = System.nanoTime();
      ended = true;
      try {
        channel.close();
      } catch (IOException gone) {
        // It is closed.
      }
    }
  }

  private void read(ByteBuffer shared) throws IOException {
    int count = channel.read(shared.clear());
    if (count < 0) {
      end();
      return;
    }
    shared.flip();
    if (httpStatus == 0) {
      httpStatus = frames.skipHead(shared);
      openedAt = System.nanoTime();
      if (httpStatus != 0 && httpStatus != 101) {
        end();
        return;
      }
    }
    frames.read(shared);
  }

  private void write() throws IOException {
    if (!channel.isConnected()) {
      return;
    }
    while (!outgoing.isEmpty()) {
      ByteBuffer next = outgoing.peek();
      channel.write(next);
      if (next.hasRemaining()) {
        break;
      }
      outgoing.remove();
    }
    interest();
  }

  private void interest() {
    SelectionKey key = selector == null ? null : channel.keyFor(selector);
    if (key != null && key.isValid() && channel.isConnected()) {
      key.interestOps(
          (reading ? SelectionKey.OP_READ : 0) | (outgoing.isEmpty() ? 0 : SelectionKey.OP_WRITE));
    }
  }

  private void frame(int opcode, byte[] payload) {
    if (opcode == 8) {
      closeStatus = payload.length < 2 ? NO_STATUS : ByteBuffer.wrap(payload).getShort() & 0xFFFF;
    } else if (opcode == 1) {
      text(new String(payload, StandardCharsets.UTF_8));
    }
  }

  private void text(String packet) {
    if (packet.equals("2")) {
      send(ClientFrames.text("3"));
    } else if (packet.startsWith("0{")) {
      plan.connect().ifPresent(connect -> send(ClientFrames.text(connect)));
      ready = plan.connect().isEmpty();
    } else {
      ready |= packet.startsWith("40{") || packet.startsWith("44{");
      plan.packets().accept(packet);
    }
  }
}
