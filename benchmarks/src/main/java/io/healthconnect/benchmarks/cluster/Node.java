package io.healthconnect.benchmarks.cluster;

import io.healthconnect.benchmarks.server.Api;
import io.healthconnect.benchmarks.server.HealthConnectServer;
import io.healthconnect.benchmarks.server.ServerProcess;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;

/** One of the nodes: the runnable jar in a process, which can be killed and started again. */
public final class Node implements AutoCloseable {
  private static final Duration READY_LIMIT = Duration.ofSeconds(60);

  private final HealthConnectServer server;
  private final Api api;
  private ServerProcess process;

  private Node(HealthConnectServer server, ServerProcess process) {
    this.server = server;
    this.process = process;
    this.api = new Api(process.base());
  }

  static Node start(HealthConnectServer server) throws IOException {
    return new Node(server, server.start());
  }

  Node awaitReady() throws IOException {
    process.awaitReady(READY_LIMIT);
    return this;
  }

  /** Its base URL, which stays the same after a restart. */
  public URI base() {
    return process.base();
  }

  public Api api() {
    return api;
  }

  /** The process that runs now. */
  public ServerProcess process() {
    return process;
  }

  /** Ends the process at once, as a crash does. */
  public void kill() throws InterruptedException {
    process.kill();
  }

  /**
   * Asks the process to end, as an upgrade does, and waits for it.
   *
   * @return its exit status
   */
  public int stop(int seconds) throws IOException, InterruptedException {
    return process.terminate(Duration.ofSeconds(seconds));
  }

  /** Starts it again after a kill or a stop and waits until it is ready. */
  public void restart() throws IOException {
    process = server.start();
    awaitReady();
  }

  @Override
  public void close() {
    process.close();
  }
}
