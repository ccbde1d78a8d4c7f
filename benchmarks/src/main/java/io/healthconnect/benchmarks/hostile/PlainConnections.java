package io.healthconnect.benchmarks.hostile;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Connections that speak HTTP as slowly as requested, all driven by the caller's thread. They come
 * in turn from the addresses 127.0.0.2 to 127.0.0.5.
 */
final class PlainConnections implements AutoCloseable {
  private static final int ADDRESSES = 4;
  private static final long SECOND = 1_000_000_000;
  private static final String HEALTH = "GET /health/live HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n";

  private final int port;
  private final int receiveBuffer;
  private final List<SocketChannel> open = new ArrayList<>();
  private int opened;

  /**
   * @param receiveBuffer the size in bytes; 0 means the system's default
   */
  PlainConnections(int port, int receiveBuffer) {
    this.port = port;
    this.receiveBuffer = receiveBuffer;
  }

  /**
   * Opens more connections, each with these first bytes; ones that are cut in between do not count.
   */
  void add(int count, String opening) {
    for (int i = 0; i < count; i++) {
      SocketChannel channel = null;
      try {
        channel = SocketChannel.open();
        if (receiveBuffer > 0) {
          channel.setOption(StandardSocketOptions.SO_RCVBUF, receiveBuffer);
        }
        channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
        channel.bind(new InetSocketAddress(Swarm.loopback(2 + opened % ADDRESSES), 0));
        channel.connect(new InetSocketAddress(Swarm.loopback(1), port));
        channel.configureBlocking(false);
        channel.write(ByteBuffer.wrap(opening.getBytes(StandardCharsets.ISO_8859_1)));
        open.add(channel);
        opened++;
      } catch (IOException cut) {
        close(channel);
        opened++;
      }
    }
  }

  /** Lets each connection read what has arrived, and drops those that have ended. */
  void look() {
    ByteBuffer buffer = ByteBuffer.allocate(1024);
    open.removeIf(channel -> ended(channel, buffer.clear(), ByteBuffer.allocate(0)));
  }

  /**
   * Lets each connection read at most so many bytes and then send one, and drops those that have
   * ended. Turns are spread over a whole second, because a burst of all would be another attack.
   */
  private void step(int read) throws InterruptedException {
    ByteBuffer buffer = ByteBuffer.allocate(read);
    List<SocketChannel> gone = new ArrayList<>();
    long start = System.nanoTime();
    for (int i = 0; i < open.size(); i++) {
      SocketChannel channel = open.get(i);
      if (ended(channel, buffer.clear(), ByteBuffer.wrap(new byte[] {'x'}))) {
        gone.add(channel);
      }
      long early = start + (i + 1) * SECOND / open.size() - System.nanoTime();
      Thread.sleep(Math.max(0, early / 1_000_000));
    }
    open.removeAll(Set.copyOf(gone));
  }

  private static boolean ended(SocketChannel channel, ByteBuffer buffer, ByteBuffer more) {
    try {
      if (channel.read(buffer) >= 0) {
        // This fails on a connection that was reset, even if there is something left to read.
        channel.write(more);
        return false;
      }
    } catch (IOException reset) {
      // It is over.
    }
    close(channel);
    return true;
  }

  /**
   * Takes a step per second until no connection is left or the time is over, and returns how long
   * it took.
   */
  double stepUntilGone(int read, int seconds) throws InterruptedException {
    long start = System.nanoTime();
    while (!open.isEmpty() && System.nanoTime() - start < seconds * SECOND) {
      step(read);
    }
    return (System.nanoTime() - start) / 1e9;
  }

  /**
   * Sends requests from each address until all are answered or the time is over, and returns how
   * long it took.
   */
  Duration awaitAnswers(int seconds) {
    long start = System.nanoTime();
    for (int address = 0; address < ADDRESSES; address++) {
      int last = 2 + address;
      Swarm.comesTrue(seconds, () -> answered(last));
    }
    return Duration.ofNanos(System.nanoTime() - start);
  }

  private boolean answered(int last) {
    try (SocketChannel channel = SocketChannel.open()) {
      channel.bind(new InetSocketAddress(Swarm.loopback(last), 0));
      channel.connect(new InetSocketAddress(Swarm.loopback(1), port));
      channel.write(ByteBuffer.wrap(HEALTH.getBytes(StandardCharsets.ISO_8859_1)));
      return channel.read(ByteBuffer.allocate(1024)) > 0;
    } catch (IOException refused) {
      return false;
    }
  }

  int left() {
    return open.size();
  }

  private static void close(@Nullable SocketChannel channel) {
    try {
      if (channel != null) {
        channel.close();
      }
    } catch (IOException gone) {
      // It is closed.
    }
  }

  @Override
  public void close() {
    open.forEach(PlainConnections::close);
    open.clear();
  }
}
