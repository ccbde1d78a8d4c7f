package io.healthconnect.benchmarks.hostile;

import io.healthconnect.benchmarks.server.Heap;
import io.healthconnect.benchmarks.server.ServerProcess;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.stream.Stream;

/** Inspects the server's process from outside. */
final class Probe {
  private final HttpClient http = HttpClient.newHttpClient();
  private final ServerProcess server;
  private final Heap heap;
  private final URI metrics;
  private final Path log;

  Probe(ServerProcess server, int metricsPort, Path log) {
    this.server = server;
    this.heap = new Heap(server);
    this.metrics = URI.create("http://127.0.0.1:" + metricsPort + "/metrics");
    this.log = log;
  }

  /** The used heap in KiB after full collections, according to {@code jcmd}. */
  long heapKib() throws IOException, InterruptedException {
    heap.collect();
    return heap.usedKib();
  }

  int threads() throws IOException {
    return count("task");
  }

  int files() throws IOException {
    return count("fd");
  }

  /** The number of open signaling transports. */
  long sockets() throws IOException, InterruptedException {
    return metric("healthconnect_signaling_sockets");
  }

  long uncaught() throws IOException, InterruptedException {
    return metric("healthconnect_uncaught_failures_total");
  }

  /** Waits until so many transports are open or the time is over, and returns how long it took. */
  Duration awaitSockets(long wanted, int seconds) throws IOException, InterruptedException {
    long start = System.nanoTime();
    while (sockets() > wanted && System.nanoTime() - start < seconds * 1_000_000_000L) {
      Thread.sleep(10);
    }
    return Duration.ofNanos(System.nanoTime() - start);
  }

  /** The number of stack trace lines in the server's log. */
  long stackLines() throws IOException {
    try (Stream<String> lines = Files.lines(log)) {
      return lines.filter(line -> line.startsWith("\tat ")).count();
    }
  }

  private long metric(String name) throws IOException, InterruptedException {
    HttpRequest request = HttpRequest.newBuilder(metrics).timeout(Duration.ofSeconds(20)).build();
    String body = http.send(request, BodyHandlers.ofString()).body();
    return body.lines()
        .filter(line -> line.startsWith(name + " "))
        .findFirst()
        .map(line -> (long) Double.parseDouble(line.substring(name.length() + 1)))
        .orElseThrow(() -> new IOException("no metric " + name));
  }

  private int count(String folder) throws IOException {
    try (Stream<Path> entries = Files.list(Path.of("/proc", Long.toString(server.pid()), folder))) {
      return (int) entries.count();
    }
  }
}
