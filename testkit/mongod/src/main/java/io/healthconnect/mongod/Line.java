package io.healthconnect.mongod;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The network in front of one member, at whose address all others find it. It can be cut for the
 * connections of some processes: then nothing passes in either direction, and nobody sees an end,
 * until it is mended.
 */
final class Line implements AutoCloseable {
  private static final Pattern PID = Pattern.compile("pid=(\\d+)");

  private final ServerSocket listening;
  private final int target;
  private final ExecutorService threads =
      Executors.newCachedThreadPool(
          work -> {
            Thread thread = new Thread(work, "line");
            thread.setDaemon(true);
            return thread;
          });
  private final List<Socket> sockets = new ArrayList<>();
  private final Set<Long> cut = new HashSet<>();
  private boolean closed;

  private Line(ServerSocket listening, int target) {
    this.listening = listening;
    this.target = target;
  }

  static Line to(int target) {
    try {
      Line line = new Line(new ServerSocket(0, 200, InetAddress.getLoopbackAddress()), target);
      line.threads.execute(line::accept);
      return line;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  String address() {
    return "127.0.0.1:" + listening.getLocalPort();
  }

  /** Lets nothing of this process pass any more, on connections that are open and on new ones. */
  synchronized void cut(long pid) {
    cut.add(pid);
  }

  synchronized void mend() {
    cut.clear();
    notifyAll();
  }

  private void accept() {
    try {
      while (true) {
        Socket client = listening.accept();
        threads.execute(() -> serve(client));
      }
    } catch (IOException e) {
      // It is closed.
    }
  }

  private void serve(Socket client) {
    long pid = owner(client.getPort());
    try {
      passes(pid);
      Socket server = new Socket(InetAddress.getLoopbackAddress(), target);
      keep(client, server);
      threads.execute(() -> pass(client, server, pid));
      pass(server, client, pid);
    } catch (IOException e) {
      close(client);
    }
  }

  private void pass(Socket from, Socket to, long pid) {
    byte[] buffer = new byte[16 * 1024];
    try {
      InputStream in = from.getInputStream();
      OutputStream out = to.getOutputStream();
      for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
        passes(pid);
        out.write(buffer, 0, read);
      }
      passes(pid);
      to.shutdownOutput();
    } catch (IOException e) {
      try {
        passes(pid);
      } catch (IOException closedMeanwhile) {
        // Then both end below.
      }
      close(from);
      close(to);
    }
  }

  /** Waits while the process is cut off. */
  private synchronized void passes(long pid) throws IOException {
    while (cut.contains(pid) && !closed) {
      try {
        wait();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new IOException(e);
      }
    }
    if (closed) {
      throw new IOException("closed");
    }
  }

  private synchronized void keep(Socket client, Socket server) {
    sockets.removeIf(Socket::isClosed);
    sockets.add(client);
    sockets.add(server);
  }

  /** The process on this machine that has the port; 0 when it is gone already. */
  private static long owner(int port) {
    try {
      Process ss = new ProcessBuilder("ss", "-tnpH", "sport = :" + port).start();
      try (BufferedReader lines = ss.inputReader(StandardCharsets.UTF_8)) {
        return lines
            .lines()
            .map(PID::matcher)
            .filter(Matcher::find)
            .mapToLong(found -> Long.parseLong(found.group(1)))
            .findFirst()
            .orElse(0);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void close(Socket socket) {
    try {
      socket.close();
    } catch (IOException e) {
      // It is closed.
    }
  }

  @Override
  public void close() {
    synchronized (this) {
      closed = true;
      notifyAll();
      sockets.forEach(Line::close);
    }
    try {
      listening.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    threads.shutdownNow();
  }
}
