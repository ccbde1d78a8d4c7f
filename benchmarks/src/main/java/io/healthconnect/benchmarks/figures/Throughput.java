package io.healthconnect.benchmarks.figures;

import io.healthconnect.benchmarks.server.Api;
import io.healthconnect.benchmarks.server.ServerProcess;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;

/** Sends one kind of request over 16 keep-alive connections, bounded in count and time. */
final class Throughput {
  static final int CONNECTIONS = 16;

  private final ServerProcess server;
  private final long requests;
  private final Duration limit;

  Throughput(ServerProcess server, long requests, Duration limit) {
    this.server = server;
    this.requests = requests;
    this.limit = limit;
  }

  /** Sends one request; the arguments are the numbers of the connection and the request. */
  interface Load {
    Api.Reply send(int connection, long number) throws IOException, InterruptedException;
  }

  /**
   * @param perSecond answered requests per second of wall-clock time
   * @param perCpuSecond answered requests per second of the server's CPU time
   */
  record Figure(long requests, double perSecond, double perCpuSecond) {}

  /** Runs a quarter of the requests to warm up and then measures. */
  Figure measure(Load load, int status)
      throws IOException, InterruptedException, ExecutionException {
    run(load, status, requests / 4);
    Duration cpu = server.cpuTime();
    long start = System.nanoTime();
    long answered = run(load, status, requests);
    double seconds = (System.nanoTime() - start) / 1e9;
    double cpuSeconds = server.cpuTime().minus(cpu).toNanos() / 1e9;
    return new Figure(answered, answered / seconds, answered / cpuSeconds);
  }

  private long run(Load load, int status, long count)
      throws InterruptedException, ExecutionException {
    AtomicLong next = new AtomicLong();
    long end = System.nanoTime() + limit.toNanos();
    ExecutorService threads = Executors.newFixedThreadPool(CONNECTIONS);
    try {
      List<Callable<Long>> connections = new ArrayList<>();
      for (int i = 0; i < CONNECTIONS; i++) {
        int connection = i;
        connections.add(
            () -> {
              long answered = 0;
              for (long n = next.getAndIncrement();
                  n < count && System.nanoTime() < end;
                  n = next.getAndIncrement()) {
                load.send(connection, n).expect(status);
                answered++;
              }
              return answered;
            });
      }
      long answered = 0;
      for (Future<Long> each : threads.invokeAll(connections)) {
        answered += each.get();
      }
      return answered;
    } finally {
      threads.shutdownNow();
    }
  }
}
