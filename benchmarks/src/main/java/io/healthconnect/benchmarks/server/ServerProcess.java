package io.healthconnect.benchmarks.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.HttpURLConnection;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** A server under test: a child process of this one on the loopback address. */
public final class ServerProcess implements AutoCloseable {
  /**
   * Waits for the end of its input, which is the end of the process that started it, and then kills
   * the server.
   */
  private static final String GUARD = "trap '' INT TERM; read -r line; kill -9 \"$1\"";

  private final Process process;
  private final int port;
  private final long startedAt;
  private final Path log;

  private ServerProcess(Process process, int port, long startedAt, Path log) {
    this.process = process;
    this.port = port;
    this.startedAt = startedAt;
    this.log = log;
  }

  /**
   * Starts the command with these variables added to the environment. Its output is appended to
   * {@code log}. The process ends with this one, for whatever reason this one ends.
   */
  public static ServerProcess start(
      List<String> command, Map<String, String> environment, int port, Path log)
      throws IOException {
    ProcessBuilder builder = new ProcessBuilder(command);
    builder.environment().putAll(environment);
    builder.redirectErrorStream(true);
    builder.redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
    long startedAt = System.nanoTime();
    Process process = builder.start();
    guard(process);
    return new ServerProcess(process, port, startedAt, log);
  }

  private static void guard(Process server) throws IOException {
    Process guard =
        new ProcessBuilder("sh", "-c", GUARD, "sh", Long.toString(server.pid()))
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    // Another process may get the same number later.
    var unused = server.onExit().thenRun(guard::destroyForcibly);
  }

  /** A port on the loopback interface that was free a moment ago. */
  public static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  public URI base() {
    return URI.create("http://127.0.0.1:" + port);
  }

  public long pid() {
    return process.pid();
  }

  /**
   * Waits until {@code /health/ready} answers 200.
   *
   * @return the time since the process was started
   * @throws IOException if the process ends first or the limit passes
   */
  public Duration awaitReady(Duration limit) throws IOException {
    while (System.nanoTime() - startedAt < limit.toNanos()) {
      if (ready()) {
        return Duration.ofNanos(System.nanoTime() - startedAt);
      }
      if (!process.isAlive()) {
        throw new IOException("the server ended with " + process.exitValue() + ", see " + log);
      }
      LockSupport.parkNanos(Duration.ofMillis(5).toNanos());
    }
    throw new IOException("the server was not ready within " + limit + ", see " + log);
  }

  /** Whether {@code /health/ready} answers 200 now. */
  public boolean ready() {
    HttpURLConnection connection;
    try {
      connection = (HttpURLConnection) base().resolve("/health/ready").toURL().openConnection();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    connection.setConnectTimeout(1000);
    connection.setReadTimeout(1000);
    try {
      return connection.getResponseCode() == 200;
    } catch (IOException e) {
      return false;
    } finally {
      // If kept alive, it would count among the connections of this address.
      connection.disconnect();
    }
  }

  /** User and system time of the process so far; the kernel counts in hundredths of a second. */
  public Duration cpuTime() throws IOException {
    return CpuTime.of(pid());
  }

  /** Resident memory in KiB. */
  public long residentKib() throws IOException {
    for (String line : Files.readAllLines(Path.of("/proc", Long.toString(pid()), "status"))) {
      if (line.startsWith("VmRSS:")) {
        return Long.parseLong(line.replaceAll("\\D", ""));
      }
    }
    throw new IOException("no VmRSS for " + pid());
  }

  /** Ends the process with SIGKILL and waits until it is gone. */
  public void kill() throws InterruptedException {
    process.destroyForcibly().waitFor();
  }

  /**
   * Sends SIGTERM and waits for the end.
   *
   * @return the exit status
   * @throws IOException if it takes longer than {@code limit}
   */
  public int terminate(Duration limit) throws IOException, InterruptedException {
    process.destroy();
    if (!process.waitFor(limit.toMillis(), TimeUnit.MILLISECONDS)) {
      throw new IOException("the server did not stop within " + limit + ", see " + log);
    }
    return process.exitValue();
  }

  /** Ends the process with SIGTERM, or after ten seconds with SIGKILL. */
  @Override
  public void close() {
    process.destroy();
    try {
      if (!process.waitFor(10, TimeUnit.SECONDS)) {
        kill();
      }
    } catch (InterruptedException e) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
    }
  }
}
