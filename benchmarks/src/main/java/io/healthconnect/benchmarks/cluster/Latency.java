package io.healthconnect.benchmarks.cluster;

import io.healthconnect.benchmarks.server.Arguments;
import io.healthconnect.benchmarks.server.HealthConnectServer;
import io.healthconnect.benchmarks.server.Machine;
import java.io.IOException;
import java.net.http.HttpClient;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;

/**
 * Measures the time from a request at one node to a socket at the other: messages from the POST on,
 * and candidates of a call from the packet on. At a steady rate, each sender one after the other.
 *
 * <p>Arguments: {@code --nodes 2 --messages 2000 --candidates 2000 --rate 20 --senders 1 --warm-up
 * 2000 --pairs 4}. The warm-up runs as fast as answers arrive. Nodes beyond the second hold none of
 * the people. Senders share the rate and the pairs.
 */
public final class Latency {
  private Latency() {}

  interface Step {
    void on(Line line) throws IOException, InterruptedException;
  }

  public static void main(String[] arguments) throws Exception {
    Arguments given = new Arguments(arguments);
    int warmUp = (int) given.number("warm-up", 2_000);
    int rate = (int) given.number("rate", 20);
    int pairs = (int) given.number("pairs", 4);
    int nodes = (int) given.number("nodes", 2);
    int senders = Math.min(pairs, (int) given.number("senders", 1));
    Path work = Files.createTempDirectory("health-connect-latency");
    HttpClient http = HttpClient.newHttpClient();
    try (Cluster cluster = Cluster.start(work, HealthConnectServer.defaultJar(), nodes)) {
      Line.Journeys warm = Line.Journeys.begin();
      List<Line> lines = lines("warm", pairs, cluster, http, warm);
      paceAll(senders, warmUp / 2, 1_000, lines, Line::message);
      pace(warmUp / 2, 100, lines, Line::candidate);
      warm.candidates().awaitAll();
      lines.forEach(Line::close);

      Line.Journeys journeys = Line.Journeys.begin();
      lines = lines("line", pairs, cluster, http, journeys);
      int messages = (int) given.number("messages", 2_000);
      long begin = System.nanoTime();
      paceAll(senders, messages, rate, lines, Line::message);
      double seconds = (System.nanoTime() - begin) / 1e9;
      pace((int) given.number("candidates", 2_000), rate, lines, Line::candidate);
      System.out.println(Machine.describe());
      System.out.printf(
          "%d nodes, %d pairs, %d senders, %.0f messages a second%n",
          nodes, pairs, senders, messages / seconds);
      System.out.println("message, answer:            " + journeys.answered().awaitAll());
      System.out.println("message, socket same node:  " + journeys.sameNode().awaitAll());
      System.out.println("message, socket other node: " + journeys.otherNode().awaitAll());
      System.out.println("candidate, other node:      " + journeys.candidates().awaitAll());
      lines.forEach(Line::close);
    }
    System.exit(0);
  }

  static List<Line> lines(
      String name, int pairs, Cluster cluster, HttpClient http, Line.Journeys journeys)
      throws IOException, InterruptedException {
    List<Line> lines = new ArrayList<>();
    for (int i = 1; i <= pairs; i++) {
      lines.add(new Line(name + i, cluster, http, journeys));
    }
    return lines;
  }

  /** Runs the step on all lines in turn, at most {@code perSecond} times a second. */
  static void pace(int count, int perSecond, List<Line> lines, Step step)
      throws IOException, InterruptedException {
    long due = System.nanoTime();
    for (int i = 0; i < count; i++) {
      while (due - System.nanoTime() > 0) {
        LockSupport.parkNanos(due - System.nanoTime());
      }
      step.on(lines.get(i % lines.size()));
      due = Math.max(due + 1_000_000_000L / perSecond, System.nanoTime() - 1_000_000_000L);
    }
  }

  /** The same from several threads, of which each has lines of its own. */
  private static void paceAll(int senders, int count, int perSecond, List<Line> lines, Step step)
      throws InterruptedException, ExecutionException {
    ExecutorService threads = Executors.newFixedThreadPool(senders);
    try {
      List<Callable<Void>> work = new ArrayList<>();
      for (int i = 0; i < senders; i++) {
        List<Line> own =
            IntStream.iterate(i, each -> each < lines.size(), each -> each + senders)
                .mapToObj(lines::get)
                .toList();
        int share = count * (i + 1) / senders - count * i / senders;
        work.add(
            () -> {
              pace(share, Math.max(1, perSecond / senders), own, step);
              return null;
            });
      }
      for (Future<Void> each : threads.invokeAll(work)) {
        each.get();
      }
    } finally {
      threads.shutdown();
    }
  }
}
