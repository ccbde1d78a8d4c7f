package io.healthconnect.benchmarks.disk;

import io.healthconnect.benchmarks.durability.IntegrityCheck;
import io.healthconnect.benchmarks.faults.Report;
import io.healthconnect.benchmarks.server.Api;
import io.healthconnect.benchmarks.server.DatabaseFile;
import io.healthconnect.benchmarks.server.Delays;
import io.healthconnect.benchmarks.server.HealthConnectServer;
import io.healthconnect.benchmarks.server.ServerProcess;
import io.healthconnect.benchmarks.workload.Verdict;
import io.healthconnect.benchmarks.workload.Workload;
import io.healthconnect.benchmarks.workload.WorkloadControl;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/** D-10: backups of the file while eight clients write; the last one is restored and compared. */
final class Backups {
  private static final Duration READY_LIMIT = Duration.ofSeconds(60);
  private static final long STALL_MILLIS = 300_000;
  private static final long LOG_LIMIT_BYTES = 16L << 20;

  private Backups() {}

  static Report run(DiskScenario.Plan plan) throws Exception {
    SplittableRandom random = plan.random();
    HealthConnectServer server = HealthConnectServer.in(plan.work(), plan.jar());
    Delays times = new Delays();
    List<String> remarks = new ArrayList<>();
    long largestLog = 0;
    Path copy = plan.work().resolve("copy");
    Verdict verdict;
    ServerProcess process = server.start();
    try {
      process.awaitReady(READY_LIMIT);
      Api api = new Api(process.base());
      try (Workload workload = Workload.start("copy", List.of(api), plan.work(), random.split())) {
        WorkloadControl control = workload.control();
        control.open();
        for (int round = 1; round <= plan.rounds(); round++) {
          control.awaitAcked((long) plan.size() * round / plan.rounds(), STALL_MILLIS);
          // The last backup is made without concurrent writes, so that it can be compared.
          if (round == plan.rounds()) {
            control.stop();
            verdictOf(workload, api, remarks);
          }
          long before = messages(server.dataDirectory());
          long start = System.nanoTime();
          copy(server.dataDirectory(), copy);
          times.add(System.nanoTime() - start);
          largestLog = Math.max(largestLog, logBytes(server.dataDirectory()));
          remarks.addAll(IntegrityCheck.of(copy).remarks());
          if (messages(copy) < before) {
            remarks.add("a copy lacks messages that were there before it began");
          }
        }
        restore(server, process, copy);
        process = server.start();
        Duration ready = process.awaitReady(READY_LIMIT);
        verdict = workload.check(new Api(process.base()));
        return new Report(
            verdict.plus(new Verdict(0, 0, 0, remarks)),
            plan.rounds(),
            plan.seed(),
            List.of(
                "a copy took " + times,
                "the log had at most " + largestLog / 1024 + " KiB",
                "ready " + ready.toMillis() + " ms after the restored file was in place"),
            largestLog > LOG_LIMIT_BYTES ? List.of("the log grew beyond 16 MiB") : List.of());
      }
    } finally {
      process.close();
    }
  }

  private static void verdictOf(Workload workload, Api api, List<String> remarks) throws Exception {
    remarks.addAll(workload.check(api).remarks());
  }

  private static void copy(Path folder, Path target) throws Exception {
    Files.createDirectories(target);
    Files.deleteIfExists(target.resolve("health-connect.db"));
    try (Connection connection = DatabaseFile.open(folder);
        PreparedStatement statement = connection.prepareStatement("VACUUM INTO ?")) {
      statement.setString(1, target.resolve("health-connect.db").toString());
      statement.execute();
    }
  }

  private static void restore(HealthConnectServer server, ServerProcess process, Path copy)
      throws Exception {
    process.terminate(Duration.ofSeconds(20));
    Path file = server.dataDirectory().resolve("health-connect.db");
    Files.deleteIfExists(Path.of(file + "-wal"));
    Files.deleteIfExists(Path.of(file + "-shm"));
    Files.delete(file);
    Files.move(copy.resolve("health-connect.db"), file);
  }

  private static long messages(Path folder) throws Exception {
    try (Connection connection = DatabaseFile.open(folder);
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery("SELECT count(*) FROM message")) {
      return rows.getLong(1);
    }
  }

  private static long logBytes(Path folder) throws Exception {
    return Files.size(folder.resolve("health-connect.db-wal"));
  }
}
