package io.healthconnect.benchmarks.faults;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.healthconnect.benchmarks.cluster.Cluster;
import io.healthconnect.benchmarks.server.HealthConnectServer;
import io.healthconnect.mongod.WithMongod;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Isolated;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The fault runs at reduced counts, on two nodes with the jar of this build. */
@Isolated
@WithMongod
class FaultsIT {
  @TempDir static Path work;
  private static Cluster cluster;

  @BeforeAll
  static void start() throws Exception {
    cluster = Cluster.start(work, HealthConnectServer.defaultJar());
  }

  @AfterAll
  static void end() {
    if (cluster != null) {
      cluster.close();
    }
  }

  @ParameterizedTest
  @CsvSource({
    "M_01, 1, 500, 500",
    "M_02, 1, 500, 500",
    "M_03, 1, 16, 16",
    "M_06, 0, 24, 120",
    "M_07, 1, 400, 400",
    "M_11, 1, 8, 8",
    "C_01, 1, 10, 100",
    "R_11, 1, 6, 6",
    "T_01, 2, 100, 2",
    "T_04, 0, 80, 80"
  })
  void losesAndRepeatsNothing(Scenario scenario, int rounds, int size, int acked) throws Exception {
    Report report = scenario.run(new Plan(cluster, rounds, size, 20_260_101, work));
    assertAll(
        report.line(),
        () -> assertEquals(List.of(), report.verdict().remarks()),
        () -> assertEquals(0, report.verdict().lost()),
        () -> assertEquals(0, report.verdict().duplicated()),
        () -> assertTrue(report.verdict().acked() >= acked));
  }
}
