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
import java.util.function.Function;

/**
 * Measures the CPU time that an event costs the node of its sender, the node of its receiver, and a
 * node that holds neither, beyond what each takes while nothing happens.
 *
 * <p>Arguments: {@code --event candidate --count 6000 --rate 200 --warm-up 6000 --pairs 4
 * --idle-seconds 20}. The event may also be {@code message}, or {@code typing} with as many pairs
 * as signs a second.
 */
public final class Bystander {
  private static final List<String> ROLES =
      List.of("sender's node", "receiver's node", "bystander");

  private record Event(Latency.Step step, Function<Line.Journeys, Flights> flights) {
    static Event named(String name) {
      return switch (name) {
        case "candidate" -> new Event(Line::candidate, Line.Journeys::candidates);
        case "message" -> new Event(Line::message, Line.Journeys::otherNode);
        case "typing" -> new Event(Line::typing, Line.Journeys::signsOfTyping);
        default -> throw new IllegalArgumentException("there is no event " + name);
      };
    }
  }

  private Bystander() {}

  public static void main(String[] arguments) throws Exception {
    Arguments given = new Arguments(arguments);
    String name = given.text("event", "candidate");
    Event event = Event.named(name);
    int count = (int) given.number("count", 6_000);
    int rate = (int) given.number("rate", 200);
    int pairs = (int) given.number("pairs", 4);
    try (WorkFolder work = WorkFolder.create("health-connect-bystander");
        Cluster cluster = Cluster.start(work.path(), HealthConnectServer.defaultJar(), 3)) {
      Line.Journeys journeys = Line.Journeys.begin();
      List<Line> lines = Latency.lines("by", pairs, cluster, HttpClient.newHttpClient(), journeys);
      Latency.pace((int) given.number("warm-up", 6_000), rate, lines, event.step());
      event.flights().apply(journeys).awaitAll();

      Load idle = Load.during(cluster, () -> Thread.sleep(given.number("idle-seconds", 20) * 1000));
      Load busy =
          Load.during(
              cluster,
              () -> {
                Latency.pace(count, rate, lines, event.step());
                event.flights().apply(journeys).awaitAll();
              });
      lines.forEach(Line::close);
      System.out.println(Machine.describe());
      System.out.printf(
          "%s, %d of %d pairs, %.0f a second%n", name, count, pairs, count / busy.seconds());
      for (int i = 0; i < ROLES.size(); i++) {
        double more = busy.shares().get(i) - idle.shares().get(i);
        System.out.printf(
            "%s: idle %.1f %%, busy %.1f %% of a core, %.0f us each%n",
            ROLES.get(i),
            idle.shares().get(i) * 100,
            busy.shares().get(i) * 100,
            more * busy.seconds() * 1e6 / count);
      }
    }
    System.exit(0);
  }

  private interface Work {
    void run() throws IOException, InterruptedException;
  }

  /** How long some work took, and the share of a core that each node took meanwhile. */
  private record Load(double seconds, List<Double> shares) {
    static Load during(Cluster cluster, Work work) throws IOException, InterruptedException {
      List<Duration> before = times(cluster);
      long from = System.nanoTime();
      work.run();
      double nanos = System.nanoTime() - from;
      List<Duration> after = times(cluster);
      List<Double> shares = new ArrayList<>();
      for (int i = 0; i < before.size(); i++) {
        shares.add(after.get(i).minus(before.get(i)).toNanos() / nanos);
      }
      return new Load(nanos / 1e9, shares);
    }

    private static List<Duration> times(Cluster cluster) throws IOException {
      List<Duration> times = new ArrayList<>();
      for (Node node : cluster.nodes()) {
        times.add(node.process().cpuTime());
      }
      return times;
    }
  }
}
