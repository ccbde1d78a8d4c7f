package io.healthconnect.benchmarks.faults;

import io.healthconnect.benchmarks.cluster.Cluster;
import io.healthconnect.benchmarks.server.Arguments;
import io.healthconnect.benchmarks.server.HealthConnectServer;
import io.healthconnect.benchmarks.server.Machine;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/**
 * Breaks the store and the nodes under load, and counts acknowledged writes that are gone. Prints
 * one line for each scenario; exits with 1 if anything is wrong.
 *
 * <p>Arguments: {@code --scenario M-01 --rounds N --size N --seed N}. Without a scenario all run,
 * one after the other, each on its own cluster; without numbers, at full counts. With {@code
 * --former FILE}, the second node runs this jar.
 */
public final class Faults {
  private Faults() {}

  public static void main(String[] arguments) throws Exception {
    Arguments given = new Arguments(arguments);
    String name = given.text("scenario", "");
    List<Scenario> scenarios =
        name.isEmpty() ? List.of(Scenario.values()) : Scenario.named(name).stream().toList();
    if (scenarios.isEmpty()) {
      throw new IllegalArgumentException("no scenario " + name);
    }
    Path former = Path.of(given.text("former", HealthConnectServer.defaultJar().toString()));
    long seed = given.number("seed", System.nanoTime() & 0xFFFFFF);
    System.out.println(Machine.describe());
    boolean clean = true;
    for (Scenario scenario : scenarios) {
      int rounds = (int) given.number("rounds", scenario.rounds());
      int size = (int) given.number("size", scenario.size());
      clean &= run(scenario, rounds, size, seed, former);
    }
    System.exit(clean ? 0 : 1);
  }

  private static boolean run(Scenario scenario, int rounds, int size, long seed, Path former)
      throws Exception {
    Path work = Files.createTempDirectory("health-connect-faults");
    System.err.println(scenario + ": seed " + seed + ", files in " + work);
    long start = System.nanoTime();
    Path jar = HealthConnectServer.defaultJar();
    try (Cluster cluster =
        scenario.cutsLines() ? Cluster.startOnLines(work, jar) : Cluster.start(work, jar, former)) {
      Report report = scenario.run(new Plan(cluster, rounds, size, seed, work));
      report.verdict().remarks().stream().limit(50).forEach(System.err::println);
      System.out.println(scenario + " " + report.line());
      report.notes().forEach(note -> System.out.println("  " + note));
      report.missed().forEach(target -> System.out.println("  missed: " + target));
      System.out.printf(Locale.ROOT, "  %.0f s in all%n", (System.nanoTime() - start) / 1e9);
      return report.verdict().clean() && report.missed().isEmpty();
    }
  }
}
