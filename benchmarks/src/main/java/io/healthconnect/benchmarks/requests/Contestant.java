package io.healthconnect.benchmarks.requests;

import io.healthconnect.benchmarks.server.CpuTime;
import io.healthconnect.benchmarks.server.ServerProcess;
import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalLong;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLongArray;

/** One of the two servers that are measured in turn. */
final class Contestant {
  private final ServerProcess server;
  private final OptionalLong database;
  private final Wire wire;
  private final int connections;
  private final Map<Row, AtomicLongArray> sent = new EnumMap<>(Row.class);

  /**
   * @param database the process of the database, if it is not in the server
   */
  Contestant(ServerProcess server, OptionalLong database, Wire wire, int connections) {
    this.server = server;
    this.database = database;
    this.wire = wire;
    this.connections = connections;
    for (Row row : Row.values()) {
      sent.put(row, new AtomicLongArray(connections));
    }
  }

  /**
   * CPU time of a request in microseconds.
   *
   * @param database 0 if it is in the server
   */
  record Cost(double server, double database) {
    double both() {
      return server + database;
    }
  }

  /** The body of one reply. */
  String reply(Row row, int connection) throws IOException {
    try (WireClient client = new WireClient(server.base())) {
      client.exchange(next(row, connection), row.status());
      return client.body();
    }
  }

  /** Sends so many requests, as many over each connection, each of which waits for its reply. */
  Cost measure(Row row, long requests)
      throws IOException, InterruptedException, ExecutionException {
    ExecutorService threads = Executors.newFixedThreadPool(connections);
    try {
      List<WireClient> clients = new ArrayList<>();
      for (int i = 0; i < connections; i++) {
        clients.add(new WireClient(server.base()));
      }
      long before = server.cpuTime().toNanos();
      long databaseBefore = databaseNanos();
      List<Callable<Long>> work = new ArrayList<>();
      for (int i = 0; i < connections; i++) {
        int connection = i;
        work.add(() -> send(clients.get(connection), row, connection, requests / connections));
      }
      long answered = 0;
      for (Future<Long> each : threads.invokeAll(work)) {
        answered += each.get();
      }
      Cost cost =
          new Cost(
              (server.cpuTime().toNanos() - before) / 1e3 / answered,
              (databaseNanos() - databaseBefore) / 1e3 / answered);
      for (WireClient client : clients) {
        client.close();
      }
      return cost;
    } finally {
      threads.shutdownNow();
    }
  }

  private long send(WireClient client, Row row, int connection, long count) throws IOException {
    for (long i = 0; i < count; i++) {
      client.exchange(next(row, connection), row.status());
    }
    return count;
  }

  private byte[] next(Row row, int connection) {
    long turn = Objects.requireNonNull(sent.get(row)).getAndIncrement(connection);
    return wire.request(row, server.base(), connection, turn * connections + connection);
  }

  private long databaseNanos() throws IOException {
    return database.isPresent() ? CpuTime.of(database.getAsLong()).toNanos() : 0;
  }
}
