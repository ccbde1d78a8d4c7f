package io.healthconnect.benchmarks.disk;

import io.healthconnect.benchmarks.durability.IntegrityCheck;
import io.healthconnect.benchmarks.faults.Report;
import io.healthconnect.benchmarks.server.Api;
import io.healthconnect.benchmarks.server.Delays;
import io.healthconnect.benchmarks.server.HealthConnectServer;
import io.healthconnect.benchmarks.server.Pair;
import io.healthconnect.benchmarks.server.ServerProcess;
import io.healthconnect.benchmarks.workload.Verdict;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/**
 * D-05: kill -9 at random moments of the first start, which creates the file and runs every
 * migration. The next start must complete it.
 */
final class FirstStarts {
  private static final Duration READY_LIMIT = Duration.ofSeconds(60);

  private FirstStarts() {}

  static Report run(DiskScenario.Plan plan) throws Exception {
    SplittableRandom random = plan.random();
    List<String> remarks = new ArrayList<>();
    Delays starts = new Delays();
    long span = undisturbed(plan);
    for (int round = 1; round <= plan.rounds(); round++) {
      Path folder = Files.createDirectories(plan.work().resolve("round" + round));
      HealthConnectServer server = HealthConnectServer.in(folder, plan.jar());
      try (ServerProcess killed = server.start()) {
        LockSupport.parkNanos(random.nextLong(span));
        killed.kill();
      }
      try (ServerProcess process = server.start()) {
        starts.add(process.awaitReady(READY_LIMIT).toNanos());
        Pair.create(new Api(process.base()), "first" + round);
        process.terminate(Duration.ofSeconds(20));
      }
      remarks.addAll(IntegrityCheck.of(server.dataDirectory()).remarks());
    }
    return new Report(
        new Verdict(plan.rounds(), 0, 0, remarks),
        plan.rounds(),
        plan.seed(),
        List.of("ready after " + starts, "an undisturbed start took " + span / 1_000_000 + " ms"));
  }

  /** How long a start takes; the kills happen within this time. */
  private static long undisturbed(DiskScenario.Plan plan) throws Exception {
    Path folder = Files.createDirectories(plan.work().resolve("undisturbed"));
    try (ServerProcess process = HealthConnectServer.in(folder, plan.jar()).start()) {
      return Math.max(process.awaitReady(READY_LIMIT).toNanos(), TimeUnit.MILLISECONDS.toNanos(1));
    }
  }
}
