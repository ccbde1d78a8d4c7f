package io.healthconnect.benchmarks.hostile;

import java.io.IOException;
import java.net.InetAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.IntFunction;

/** Drives thousands of sockets on one thread. */
final class Swarm implements AutoCloseable {
  private static final int OPENING_AT_ONCE = 200;

  private final Selector selector;
  private final int port;
  private final Queue<Runnable> tasks = new ConcurrentLinkedQueue<>();
  private final List<HostileSocket> sockets = new ArrayList<>();
  private final Thread thread;
  private volatile boolean closed;

  Swarm(int port) throws IOException {
    this.selector = Selector.open();
    this.port = port;
    this.thread = new Thread(this::run, "swarm");
    thread.setDaemon(true);
    thread.start();
  }

  /** A socket from 127.0.0.1 that sends this CONNECT packet and discards what it receives. */
  static HostileSocket.Plan plan(Optional<String> connect) {
    return new HostileSocket.Plan(loopback(1), connect, 0, packet -> {});
  }

  static String connect(String token) {
    return "40{\"token\":\"" + token + "\"}";
  }

  /** The CONNECT of a client that can recover its connection. */
  static String connectForRecovery(String token) {
    return "40{\"token\":\"" + token + "\",\"recovery\":true}";
  }

  static InetAddress loopback(int last) {
    try {
      return InetAddress.getByAddress(new byte[] {127, 0, 0, (byte) last});
    } catch (IOException e) {
      throw new IllegalArgumentException(e);
    }
  }

  /** Opens sockets, a few at a time, and waits until each has settled. */
  List<HostileSocket> open(int count, IntFunction<HostileSocket.Plan> plans) throws IOException {
    List<HostileSocket> opened = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      opened.add(open(plans.apply(i)));
      if (i >= OPENING_AT_ONCE) {
        HostileSocket earlier = opened.get(i - OPENING_AT_ONCE);
        await("a socket to open", 30, earlier::settled);
      }
    }
    await("all sockets to open", 30, () -> opened.stream().allMatch(HostileSocket::settled));
    return opened;
  }

  private HostileSocket open(HostileSocket.Plan plan) throws IOException {
    HostileSocket socket = new HostileSocket(plan);
    sockets.add(socket);
    later(() -> socket.start(selector, port));
    return socket;
  }

  void send(HostileSocket socket, ByteBuffer bytes) {
    later(() -> socket.send(bytes.duplicate()));
  }

  void sendAll(List<HostileSocket> some, ByteBuffer bytes) {
    some.forEach(socket -> send(socket, bytes));
  }

  void reading(HostileSocket socket, boolean on) {
    later(() -> socket.reading(on));
  }

  /** Cuts all sockets that are still open. */
  void endAll() throws IOException {
    List<HostileSocket> all = List.copyOf(sockets);
    sockets.clear();
    later(() -> all.forEach(HostileSocket::end));
    await("all sockets to end", 30, () -> all.stream().allMatch(HostileSocket::ended));
  }

  /**
   * @throws IOException if the condition is still false after so many seconds
   */
  static void await(String what, int seconds, BooleanSupplier condition) throws IOException {
    if (!comesTrue(seconds, condition)) {
      throw new IOException("waited " + seconds + " s in vain for " + what);
    }
  }

  static boolean comesTrue(int seconds, BooleanSupplier condition) {
    long end = System.nanoTime() + seconds * 1_000_000_000L;
    while (!condition.getAsBoolean()) {
      if (System.nanoTime() > end) {
        return false;
      }
      LockSupport.parkNanos(1_000_000);
    }
    return true;
  }

  private void later(Runnable task) {
    tasks.add(task);
    selector.wakeup();
  }

  private void run() {
    ByteBuffer shared = ByteBuffer.allocateDirect(256 * 1024);
    try (selector) {
      while (!closed) {
        selector.select(key -> selected(key, shared), 100);
        for (Runnable task = tasks.poll(); task != null; task = tasks.poll()) {
          task.run();
        }
      }
    } catch (IOException e) {
      throw new IllegalStateException("the swarm ended", e);
    }
  }

  private static void selected(SelectionKey key, ByteBuffer shared) {
    if (key.isValid()) {
      ((HostileSocket) key.attachment()).selected(key, shared);
    }
  }

  @Override
  public void close() throws IOException {
    try {
      endAll();
    } finally {
      closed = true;
      selector.wakeup();
    }
  }
}
