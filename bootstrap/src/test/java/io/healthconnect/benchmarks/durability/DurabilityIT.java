package io.healthconnect.benchmarks.durability;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.abort;

import io.healthconnect.benchmarks.server.HealthConnectServer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The kill -9 run of D-01 at reduced counts, on the jar of this build. */
class DurabilityIT {
  @Test
  void d01LosesAndRepeatsNothingOverFiveKills(@TempDir Path work) throws Exception {
    Path jar = HealthConnectServer.defaultJar();
    if (!Files.isRegularFile(jar)) {
      String message = "D-01 needs the runnable jar, run ./mvnw verify instead of test: " + jar;
      if ("true".equals(System.getenv("CI"))) {
        fail(message);
      }
      abort(message);
    }
    HealthConnectServer server = HealthConnectServer.in(work, jar);
    DurabilityRun.Plan plan = new DurabilityRun.Plan(5, 5_000, 20_260_101, 600);
    DurabilityRun.Report report = new DurabilityRun(server, work, plan).run();
    assertAll(
        () -> assertEquals(List.of(), report.verdict().remarks()),
        () -> assertEquals(0, report.verdict().lost()),
        () -> assertEquals(0, report.verdict().duplicated()),
        () -> assertEquals(5, report.kills()),
        () -> assertTrue(report.complete(), report.line()));
  }
}
