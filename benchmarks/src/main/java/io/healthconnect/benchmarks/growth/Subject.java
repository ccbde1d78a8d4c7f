package io.healthconnect.benchmarks.growth;

import io.healthconnect.benchmarks.requests.WireClient;
import io.healthconnect.benchmarks.server.Api;
import io.healthconnect.benchmarks.server.CpuTime;
import io.healthconnect.benchmarks.server.HealthConnectServer;
import io.healthconnect.benchmarks.server.ServerProcess;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** A server over a store that was filled. */
final class Subject implements AutoCloseable {
  private static final Duration LIMIT = Duration.ofMinutes(3);

  /** A measurement takes no longer, so that the run stays bounded however slow a request is. */
  private static final Duration MOST = Duration.ofMillis(1_500);

  private final FilledStore store;
  private final ServerProcess server;
  private final List<Route> routes;
  private long sent;

  private Subject(FilledStore store, ServerProcess server, List<Route> routes) {
    this.store = store;
    this.server = server;
    this.routes = routes;
  }

  /**
   * What a request takes and costs, in microseconds.
   *
   * @param cpu of the server and of the database
   */
  record Cost(double median, double cpu) {}

  static Subject open(FilledStore store, HealthConnectServer jar, Sizes sizes) throws Exception {
    long now = System.currentTimeMillis();
    People people;
    try (ServerProcess first = jar.start()) {
      first.awaitReady(LIMIT);
      people = People.signUp(new Api(first.base()));
      first.terminate(LIMIT);
    }
    long started = System.nanoTime();
    store.fill(people, sizes, now);
    System.out.printf(
        "%s with %s, filled in %d s%n",
        store.name(), sizes, Duration.ofNanos(System.nanoTime() - started).toSeconds());
    ServerProcess server = jar.start();
    server.awaitReady(LIMIT);
    return new Subject(store, server, Route.all(people, sizes, now));
  }

  List<Route> routes() {
    return routes;
  }

  /** Sends so many requests, one after the other, or as many as fit into the time. */
  Cost measure(int route, long requests) throws IOException {
    Route wanted = routes.get(route);
    List<Long> nanos = new ArrayList<>();
    try (WireClient client = new WireClient(server.base())) {
      long before = cpuNanos();
      long end = System.nanoTime() + MOST.toNanos();
      while (nanos.size() < requests && System.nanoTime() < end) {
        byte[] request = wanted.request(server.base(), sent++);
        long from = System.nanoTime();
        client.exchange(request, wanted.status());
        nanos.add(System.nanoTime() - from);
      }
      double cpu = (cpuNanos() - before) / 1e3 / nanos.size();
      nanos.sort(null);
      return new Cost(nanos.get(nanos.size() / 2) / 1e3, cpu);
    }
  }

  private long cpuNanos() throws IOException {
    long nanos = server.cpuTime().toNanos();
    return store.database().isPresent()
        ? nanos + CpuTime.of(store.database().getAsLong()).toNanos()
        : nanos;
  }

  @Override
  public void close() {
    server.close();
  }
}
