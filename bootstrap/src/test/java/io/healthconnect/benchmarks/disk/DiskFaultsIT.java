package io.healthconnect.benchmarks.disk;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.abort;

import io.healthconnect.benchmarks.faults.Report;
import io.healthconnect.benchmarks.server.HealthConnectServer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The disk faults D-02, D-03, D-04, D-05 and D-10 at reduced counts, on the jar of this build. */
class DiskFaultsIT {
  @ParameterizedTest
  @CsvSource({
    "D_02, 40, 40, 40",
    "D_03, 2, 400, 400",
    "D_03_READ_ONLY, 1, 300, 300",
    "D_04, 2, 600, 600",
    "D_05, 3, 0, 3",
    "D_10_LOCKED, 1, 200, 200",
    "D_10, 3, 600, 600"
  })
  void storesWhatIsAcknowledgedAndNothingThatIsRefused(
      DiskScenario scenario, int rounds, int size, int acked, @TempDir Path work) throws Exception {
    Path jar = HealthConnectServer.defaultJar();
    requireTools(
        Files.isRegularFile(jar)
            ? scenario.missing()
            : Optional.of(scenario + " needs the runnable jar, run ./mvnw verify: " + jar));
    Report report = scenario.run(new DiskScenario.Plan(jar, rounds, size, 20_260_101, work));
    assertAll(
        report.line(),
        () -> assertEquals(List.of(), report.verdict().remarks()),
        () -> assertEquals(0, report.verdict().lost()),
        () -> assertEquals(0, report.verdict().duplicated()),
        () -> assertTrue(report.verdict().acked() >= acked));
  }

  private static void requireTools(Optional<String> missing) {
    if (missing.isPresent()) {
      if ("true".equals(System.getenv("CI"))) {
        fail(missing.get());
      }
      abort(missing.get());
    }
  }
}
