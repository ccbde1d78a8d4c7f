package io.healthconnect.benchmarks.durability;

import io.healthconnect.benchmarks.server.Arguments;
import io.healthconnect.benchmarks.server.HealthConnectServer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/**
 * Kills the server repeatedly under load, and counts acknowledged writes that are gone. Prints one
 * line; exits with 1 if anything is wrong.
 *
 * <p>Arguments: {@code --kills 50 --acked 100000 --seed N --max-seconds 900}.
 */
public final class Durability {
  private Durability() {}

  public static void main(String[] arguments) throws Exception {
    Arguments given = new Arguments(arguments);
    DurabilityRun.Plan plan =
        new DurabilityRun.Plan(
            (int) given.number("kills", 50),
            given.number("acked", 100_000),
            given.number("seed", System.nanoTime() & 0xFFFFFF),
            given.number("max-seconds", 900));
    Path work = Files.createTempDirectory("health-connect-durability");
    HealthConnectServer server = HealthConnectServer.in(work, HealthConnectServer.defaultJar());
    DurabilityRun.Report report = new DurabilityRun(server, work, plan).run();
    report.verdict().remarks().stream().limit(50).forEach(System.err::println);
    System.err.printf(
        Locale.ROOT,
        "ready again after %d ms at most; %.0f s in all; files in %s%n",
        report.slowestStart().toMillis(),
        report.total().toMillis() / 1000.0,
        work);
    System.out.println(report.line());
    System.exit(report.verdict().clean() && report.complete() ? 0 : 1);
  }
}
