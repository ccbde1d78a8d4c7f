package io.healthconnect.benchmarks.relay;

import io.healthconnect.benchmarks.server.ServerProcess;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;

/** One of the two servers with its open lines; a round sends and counts candidates. */
final class Contestant implements AutoCloseable {
  private final ServerProcess server;
  private final List<Line> lines;
  private final AtomicLong received;
  private final List<Double> rounds = new ArrayList<>();

  Contestant(ServerProcess server, List<Line> lines, AtomicLong received) {
    this.server = server;
    this.lines = lines;
    this.received = received;
  }

  /**
   * Sends candidates evenly over the lines at this rate and waits until all have arrived.
   *
   * @return microseconds of the server's CPU time for each
   * @throws IOException if some have not arrived ten seconds after the last was sent
   */
  double round(int messages, int perSecond) throws IOException {
    long before = received.get();
    Duration cpuBefore = server.cpuTime();
    long start = System.nanoTime();
    for (int i = 0; i < messages; i++) {
      long due = start + i * 1_000_000_000L / perSecond;
      while (due - System.nanoTime() > 0) {
        LockSupport.parkNanos(due - System.nanoTime());
      }
      lines.get(i % lines.size()).sendCandidate();
    }
    long deadline = System.nanoTime() + 10_000_000_000L;
    while (received.get() - before < messages) {
      if (System.nanoTime() > deadline) {
        throw new IOException((received.get() - before) + " of " + messages + " arrived");
      }
      LockSupport.parkNanos(1_000_000);
    }
    Duration cpu = server.cpuTime().minus(cpuBefore);
    return cpu.toNanos() / 1000.0 / messages;
  }

  /** Like {@link #round}, but keeps the figure. */
  void measure(int messages, int perSecond) throws IOException {
    rounds.add(round(messages, perSecond));
  }

  List<Double> rounds() {
    return rounds;
  }

  long pid() {
    return server.pid();
  }

  @Override
  public void close() {
    lines.forEach(Line::close);
    server.close();
  }
}
