package io.healthconnect.benchmarks.durability;

import io.healthconnect.benchmarks.server.Api;
import io.healthconnect.benchmarks.server.HealthConnectServer;
import io.healthconnect.benchmarks.server.ServerProcess;
import io.healthconnect.benchmarks.workload.Verdict;
import io.healthconnect.benchmarks.workload.Workload;
import io.healthconnect.benchmarks.workload.WorkloadControl;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.ExecutionException;

/** One run: pairs, clients, kills, reconciliation. */
public final class DurabilityRun {
  private static final Duration READY_LIMIT = Duration.ofSeconds(60);

  private final HealthConnectServer server;
  private final Path work;
  private final Plan plan;
  private final SplittableRandom random;
  private Duration slowestStart = Duration.ZERO;
  private int kills;

  public DurabilityRun(HealthConnectServer server, Path work, Plan plan) {
    this.server = server;
    this.work = work;
    this.plan = plan;
    this.random = new SplittableRandom(plan.seed());
  }

  /**
   * @param acked how many acknowledged writes to reach before the last kill
   * @param maxSeconds the time limit of the whole run
   */
  public record Plan(int kills, long acked, long seed, long maxSeconds) {}

  /**
   * @param complete whether the planned kills and acknowledgements were reached
   * @param slowestStart the longest time from a start after a kill until ready
   */
  public record Report(
      Plan plan,
      Verdict verdict,
      int kills,
      boolean complete,
      Duration slowestStart,
      Duration total) {
    public String line() {
      return "acked %d lost %d dup %d kills %d seed %d"
          .formatted(verdict.acked(), verdict.lost(), verdict.duplicated(), kills, plan.seed());
    }
  }

  public Report run() throws IOException, InterruptedException, ExecutionException, SQLException {
    long start = System.nanoTime();
    ServerProcess process = server.start();
    Workload workload = null;
    Verdict verdict;
    try {
      process.awaitReady(READY_LIMIT);
      List<Api> apis = List.of(new Api(process.base()));
      workload = Workload.start("c", apis, work, random);
      WorkloadControl control = workload.control();
      for (int kill = 1; kill <= plan.kills() && !control.stopped(); kill++) {
        control.open();
        live(control, kill, start);
        control.shut();
        process.kill();
        kills++;
        process = server.start();
        Duration ready = process.awaitReady(READY_LIMIT);
        slowestStart = ready.compareTo(slowestStart) > 0 ? ready : slowestStart;
      }
      verdict = workload.check(apis.get(0));
    } finally {
      if (workload != null) {
        workload.close();
      }
      process.close();
    }
    verdict = verdict.plus(IntegrityCheck.of(server.dataDirectory()));
    boolean complete = kills == plan.kills() && verdict.acked() >= plan.acked();
    return new Report(
        plan, verdict, kills, complete, slowestStart, Duration.ofNanos(System.nanoTime() - start));
  }

  /**
   * Lets the server run for a random time; every second run first reaches its share of
   * acknowledgements.
   */
  private void live(WorkloadControl control, int kill, long start) throws InterruptedException {
    if (kill % 2 == 0 || kill == plan.kills()) {
      long elapsed = (System.nanoTime() - start) / 1_000_000;
      long share = plan.acked() * kill / plan.kills();
      control.awaitAcked(share, Math.max(1, plan.maxSeconds() * 1000 - elapsed));
    }
    control.awaitAcked(Long.MAX_VALUE, random.nextLong(50, 2001));
  }
}
