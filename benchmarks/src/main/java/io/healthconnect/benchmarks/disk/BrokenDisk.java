package io.healthconnect.benchmarks.disk;

import io.healthconnect.benchmarks.durability.IntegrityCheck;
import io.healthconnect.benchmarks.faults.Report;
import io.healthconnect.benchmarks.server.Api;
import io.healthconnect.benchmarks.server.HealthConnectServer;
import io.healthconnect.benchmarks.server.ServerProcess;
import io.healthconnect.benchmarks.workload.Verdict;
import io.healthconnect.benchmarks.workload.Workload;
import io.healthconnect.benchmarks.workload.WorkloadControl;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.locks.LockSupport;

/**
 * Eight clients write while the disk is broken and repaired repeatedly. The server must continue
 * without a restart, and answer writes that it cannot store with 503 and nothing else.
 */
final class BrokenDisk {
  private static final Duration READY_LIMIT = Duration.ofSeconds(60);
  private static final long STALL_MILLIS = 300_000;
  private static final long RECOVERY_TARGET_MILLIS = 5_000;
  private static final long RECOVERY_LIMIT_MILLIS = 60_000;

  private final DiskScenario.Plan plan;
  private final HealthConnectServer server;
  private final Fault fault;

  /** A way to break a disk. */
  interface Fault {
    /** Breaks the disk for the server with this process id. */
    void strike(long pid, SplittableRandom random) throws Exception;

    void heal(long pid) throws Exception;

    /** Whether the readiness check must notice it. */
    boolean isTotal();
  }

  BrokenDisk(DiskScenario.Plan plan, HealthConnectServer server, Fault fault) {
    this.plan = plan;
    this.server = server;
    this.fault = fault;
  }

  Report run(ServerProcess process) throws Exception {
    process.awaitReady(READY_LIMIT);
    SplittableRandom random = plan.random();
    List<Api> apis = List.of(new Api(process.base()));
    List<String> missed = new ArrayList<>();
    Verdict verdict;
    WorkloadControl control;
    try (Workload workload = Workload.start("disk", apis, plan.work(), random.split())) {
      control = workload.control();
      control.open();
      for (int round = 1; round <= plan.rounds(); round++) {
        control.awaitAcked((long) plan.size() * round / (plan.rounds() + 1), STALL_MILLIS);
        round(process, control, random, missed);
      }
      control.awaitAcked(plan.size(), STALL_MILLIS);
      verdict = workload.check(apis.get(0));
    }
    process.terminate(Duration.ofSeconds(20));
    verdict = verdict.plus(IntegrityCheck.of(server.dataDirectory()));
    return new Report(
        verdict,
        plan.rounds(),
        plan.seed(),
        List.of(
            "a writer's time without a yes after the disk was mended: " + control.outages(),
            "no answer or 503: " + control.unknown()),
        missed);
  }

  private void round(
      ServerProcess process, WorkloadControl control, SplittableRandom random, List<String> missed)
      throws Exception {
    fault.strike(process.pid(), random);
    boolean noticed = false;
    long end = System.nanoTime() + Duration.ofMillis(random.nextLong(1_000, 3_001)).toNanos();
    while (System.nanoTime() < end) {
      control.awaitAcked(Long.MAX_VALUE, 100);
      noticed |= !process.ready();
    }
    fault.heal(process.pid());
    control.fault();
    if (fault.isTotal() && !noticed) {
      missed.add("/health/ready was 200 while no write succeeded");
    }
    if (!control.awaitRecovery(RECOVERY_TARGET_MILLIS)) {
      missed.add("a writer had no yes within 5 s after the disk was mended");
      if (!control.awaitRecovery(RECOVERY_LIMIT_MILLIS)) {
        throw new IllegalStateException("the server did not recover");
      }
    }
    if (!becomesReady(process)) {
      missed.add("/health/ready was not 200 within 5 s after the disk was mended");
    }
  }

  /** Its answer is up to a second old. */
  private static boolean becomesReady(ServerProcess process) {
    long end = System.nanoTime() + Duration.ofMillis(RECOVERY_TARGET_MILLIS).toNanos();
    while (!process.ready()) {
      if (System.nanoTime() > end) {
        return false;
      }
      LockSupport.parkNanos(Duration.ofMillis(50).toNanos());
    }
    return true;
  }
}
