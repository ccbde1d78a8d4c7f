package io.healthconnect.benchmarks.disk;

import io.healthconnect.benchmarks.faults.Report;
import io.healthconnect.benchmarks.server.Arguments;
import io.healthconnect.benchmarks.server.HealthConnectServer;
import io.healthconnect.benchmarks.server.Machine;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Breaks the disk under load, and counts writes that were acknowledged but are gone, or refused but
 * are stored. Prints one line for each scenario; exits with 1 if anything is wrong.
 *
 * <p>Arguments: {@code --scenario D-04 --rounds N --size N --seed N}. Without a scenario all run,
 * each with its own server; without numbers, at full counts.
 */
public final class DiskFaults {
  private DiskFaults() {}

  public static void main(String[] arguments) throws Exception {
    Arguments given = new Arguments(arguments);
    String name = given.text("scenario", "");
    List<DiskScenario> scenarios =
        name.isEmpty()
            ? List.of(DiskScenario.values())
            : DiskScenario.named(name).stream().toList();
    if (scenarios.isEmpty()) {
      throw new IllegalArgumentException("no scenario " + name);
    }
    long seed = given.number("seed", System.nanoTime() & 0xFFFFFF);
    System.out.println(Machine.describe());
    boolean clean = true;
    for (DiskScenario scenario : scenarios) {
      Optional<String> missing = scenario.missing();
      if (missing.isPresent()) {
        System.out.println("skipped: " + missing.get());
        clean = false;
      } else {
        int rounds = (int) given.number("rounds", scenario.rounds());
        int size = (int) given.number("size", scenario.size());
        clean &= run(scenario, rounds, size, seed);
      }
    }
    System.exit(clean ? 0 : 1);
  }

  private static boolean run(DiskScenario scenario, int rounds, int size, long seed)
      throws Exception {
    Path work = Files.createTempDirectory("health-connect-disk");
    System.err.println(scenario + ": seed " + seed + ", files in " + work);
    long start = System.nanoTime();
    Path jar = HealthConnectServer.defaultJar();
    Report report = scenario.run(new DiskScenario.Plan(jar, rounds, size, seed, work));
    report.verdict().remarks().stream().limit(50).forEach(System.err::println);
    System.out.println(scenario + " " + report.line());
    report.notes().forEach(note -> System.out.println("  " + note));
    report.missed().forEach(target -> System.out.println("  missed: " + target));
    System.out.printf(Locale.ROOT, "  %.0f s in all%n", (System.nanoTime() - start) / 1e9);
    return report.verdict().clean() && report.missed().isEmpty();
  }
}
