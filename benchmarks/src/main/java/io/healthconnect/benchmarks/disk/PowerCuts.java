package io.healthconnect.benchmarks.disk;

import io.healthconnect.benchmarks.durability.IntegrityCheck;
import io.healthconnect.benchmarks.faults.Report;
import io.healthconnect.benchmarks.server.Api;
import io.healthconnect.benchmarks.server.DatabaseFile;
import io.healthconnect.benchmarks.server.HealthConnectServer;
import io.healthconnect.benchmarks.server.Pair;
import io.healthconnect.benchmarks.server.ServerProcess;
import io.healthconnect.benchmarks.workload.Verdict;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;

/**
 * D-02: one client sends messages while strace watches. Each acknowledgement must follow a sync of
 * the log's content. From the file as it could look after a power cut at any moment, with any part
 * of the unsynced writes, every acknowledged message must be recovered.
 */
final class PowerCuts {
  private static final Duration READY_LIMIT = Duration.ofSeconds(60);
  private static final List<String> FILES = List.of("health-connect.db", "health-connect.db-wal");

  private PowerCuts() {}

  static Report run(DiskScenario.Plan plan) throws Exception {
    HealthConnectServer server = HealthConnectServer.in(plan.work(), plan.jar());
    Path trace = plan.work().resolve("trace");
    Path base = Files.createDirectories(plan.work().resolve("base"));
    try (ServerProcess process = server.start()) {
      process.awaitReady(READY_LIMIT);
      Api api = new Api(process.base());
      Pair pair = Pair.create(api, "cut");
      Process tracer = trace(process.pid(), trace);
      try {
        copy(server.dataDirectory(), base);
        for (int i = 1; i <= plan.size(); i++) {
          pair.sendFromPatient(api, text(i), id(i)).expect(201);
        }
      } finally {
        tracer.destroy();
        tracer.waitFor(10, TimeUnit.SECONDS);
      }
    }
    List<SystemCall> calls = SystemCall.read(trace);
    List<String> remarks = new ArrayList<>(unsynced(calls));
    long acks = calls.stream().filter(call -> call.kind() == SystemCall.Kind.ACK).count();
    if (acks != plan.size()) {
      remarks.add("the trace shows " + acks + " acknowledgements of " + plan.size());
    }
    long lost = cut(plan, base, calls, remarks);
    return new Report(
        new Verdict(acks, lost, 0, remarks),
        plan.rounds(),
        plan.seed(),
        List.of(calls.size() + " calls traced, " + plan.rounds() + " images opened"));
  }

  private static String id(int number) {
    return "cut-" + number;
  }

  private static String text(int number) {
    return "text of " + id(number) + ".";
  }

  private static Process trace(long pid, Path file) throws IOException {
    Process tracer =
        new ProcessBuilder(
                "strace",
                "-f",
                "-p",
                Long.toString(pid),
                "-o",
                file.toString(),
                "-yy",
                "-xx",
                "-s",
                "100000",
                "-e",
                "trace=" + SystemCall.TRACED)
            .start();
    // It reports when it is attached to all threads.
    if (tracer.errorReader().readLine() == null) {
      throw new IOException("strace cannot attach to " + pid);
    }
    return tracer;
  }

  private static void copy(Path from, Path to) throws IOException {
    for (String name : FILES) {
      Files.copy(from.resolve(name), to.resolve(name));
    }
  }

  /**
   * Acknowledgements that were sent before the log was synced with what they acknowledge. What
   * upkeep writes beside them may be open.
   */
  private static List<String> unsynced(List<SystemCall> calls) {
    List<String> remarks = new ArrayList<>();
    int synced = 0;
    int ack = 0;
    for (int at = 0; at < calls.size(); at++) {
      SystemCall call = calls.get(at);
      if (call.kind() == SystemCall.Kind.SYNC && call.isOf(FILES.get(1))) {
        synced = at;
      } else if (call.kind() == SystemCall.Kind.ACK) {
        ack++;
        if (!holds(calls.subList(0, synced), text(ack))) {
          remarks.add("acknowledgement " + ack + " came before a sync");
        }
      }
    }
    return remarks;
  }

  /** Whether one of the calls wrote the text to the log; it is most likely one of the last. */
  private static boolean holds(List<SystemCall> calls, String text) {
    for (int at = calls.size() - 1; at >= 0; at--) {
      SystemCall call = calls.get(at);
      if (call.kind() == SystemCall.Kind.WRITE
          && call.isOf(FILES.get(1))
          && new String(call.data(), StandardCharsets.ISO_8859_1).contains(text)) {
        return true;
      }
    }
    return false;
  }

  private static long cut(
      DiskScenario.Plan plan, Path base, List<SystemCall> calls, List<String> remarks)
      throws Exception {
    SplittableRandom random = plan.random();
    long lost = 0;
    for (int round = 1; round <= plan.rounds(); round++) {
      int end = random.nextInt(calls.size() + 1);
      Path image = Files.createDirectories(plan.work().resolve("image"));
      for (String name : FILES) {
        DiskImage file = new DiskImage(Files.readAllBytes(base.resolve(name)));
        calls.subList(0, end).stream().filter(call -> call.isOf(name)).forEach(file::apply);
        Files.write(image.resolve(name), file.afterPowerCut(random));
      }
      Files.deleteIfExists(image.resolve("health-connect.db-shm"));
      long acked =
          calls.subList(0, end).stream().filter(call -> call.kind() == SystemCall.Kind.ACK).count();
      remarks.addAll(IntegrityCheck.of(image).remarks());
      Set<String> stored = stored(image);
      for (int i = 1; i <= acked; i++) {
        if (!stored.contains(id(i))) {
          lost++;
          remarks.add("image " + round + " lacks acknowledged message " + i);
        }
      }
    }
    return lost;
  }

  private static Set<String> stored(Path image) throws IOException, SQLException {
    Set<String> stored = new HashSet<>();
    try (Connection connection = DatabaseFile.open(image);
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery("SELECT client_id FROM message")) {
      while (rows.next()) {
        stored.add(rows.getString(1));
      }
    }
    return stored;
  }
}
