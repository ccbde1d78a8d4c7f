package io.healthconnect.benchmarks.cluster;

import io.healthconnect.benchmarks.server.Arguments;
import io.healthconnect.benchmarks.server.HealthConnectServer;
import io.healthconnect.benchmarks.server.Machine;
import io.healthconnect.benchmarks.server.WorkFolder;
import java.io.IOException;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * Measures the CPU time that a candidate costs the node of its sender, the node of its receiver,
 * and a node that holds neither, beyond what each takes while nothing happens.
 *
 * <p>Arguments: {@code --candidates 6000 --rate 200 --warm-up 6000 --pairs 4 --idle-seconds 20}.
 */
public final class Bystander {
  private static final List<String> ROLES =
      List.of("sender's node", "receiver's node", "bystander");

  private Bystander() {}

  public static void main(String[] arguments) throws Exception {
    Arguments given = new Arguments(arguments);
    int candidates = (int) given.number("candidates", 6_000);
    int rate = (int) given.number("rate", 200);
    int pairs = (int) given.number("pairs", 4);
    try (WorkFolder work = WorkFolder.create("health-connect-bystander");
        Cluster cluster = Cluster.startThree(work.path(), HealthConnectServer.defaultJar())) {
      Line.Journeys journeys = Line.Journeys.begin();
      List<Line> lines = Latency.lines("by", pairs, cluster, HttpClient.newHttpClient(), journeys);
      Latency.pace((int) given.number("warm-up", 6_000), rate, lines, Line::candidate);
      journeys.candidates().awaitAll();

      List<Double> idle = cpu(cluster, () -> Thread.sleep(given.number("idle-seconds", 20) * 1000));
      List<Double> busy =
          cpu(
              cluster,
              () -> {
                Latency.pace(candidates, rate, lines, Line::candidate);
                journeys.candidates().awaitAll();
              });
      lines.forEach(Line::close);
      System.out.println(Machine.describe());
      System.out.printf("%d candidates of %d pairs, %d a second%n", candidates, pairs, rate);
      for (int i = 0; i < ROLES.size(); i++) {
        double each = (busy.get(i) - idle.get(i)) * 1e6 / rate;
        System.out.printf(
            "%s: idle %.1f %%, busy %.1f %% of a core, %.0f us a candidate%n",
            ROLES.get(i), idle.get(i) * 100, busy.get(i) * 100, each);
      }
    }
    System.exit(0);
  }

  private interface Work {
    void run() throws IOException, InterruptedException;
  }

  /** The share of a core that each node takes while the work is done. */
  private static List<Double> cpu(Cluster cluster, Work work)
      throws IOException, InterruptedException {
    List<Duration> before = times(cluster);
    long from = System.nanoTime();
    work.run();
    double nanos = System.nanoTime() - from;
    List<Duration> after = times(cluster);
    List<Double> shares = new ArrayList<>();
    for (int i = 0; i < before.size(); i++) {
      shares.add(after.get(i).minus(before.get(i)).toNanos() / nanos);
    }
    return shares;
  }

  private static List<Duration> times(Cluster cluster) throws IOException {
    List<Duration> times = new ArrayList<>();
    for (Node node : cluster.nodes()) {
      times.add(node.process().cpuTime());
    }
    return times;
  }
}
