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
import java.util.concurrent.locks.LockSupport;

/**
 * Measures the time from a request at one node to a socket at the other: messages from the POST on,
 * and candidates of a call from the packet on. At a steady, low rate, one after the other.
 *
 * <p>Arguments: {@code --messages 2000 --candidates 2000 --rate 20 --warm-up 2000 --pairs 4}. The
 * warm-up runs as fast as answers arrive.
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
    Path work = Files.createTempDirectory("health-connect-latency");
    HttpClient http = HttpClient.newHttpClient();
    try (Cluster cluster = Cluster.start(work, HealthConnectServer.defaultJar())) {
      Line.Journeys warm = Line.Journeys.begin();
      List<Line> lines = lines("warm", pairs, cluster, http, warm);
      pace(warmUp / 2, 1_000, lines, Line::message);
      pace(warmUp / 2, 100, lines, Line::candidate);
      warm.candidates().awaitAll();
      lines.forEach(Line::close);

      Line.Journeys journeys = Line.Journeys.begin();
      lines = lines("line", pairs, cluster, http, journeys);
      pace((int) given.number("messages", 2_000), rate, lines, Line::message);
      pace((int) given.number("candidates", 2_000), rate, lines, Line::candidate);
      System.out.println(Machine.describe());
      System.out.printf("%d pairs, %d a second%n", pairs, rate);
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
}
