package io.healthconnect.benchmarks.faults;

import io.healthconnect.benchmarks.workload.Verdict;
import io.healthconnect.benchmarks.workload.Workload;
import io.healthconnect.benchmarks.workload.WorkloadControl;
import io.healthconnect.mongod.ReplicaSet;
import java.util.List;
import java.util.SplittableRandom;

/** M-01 and M-02: eight writers at both nodes while the primary repeatedly loses its role. */
final class Writers {
  private static final long STALL_MILLIS = 600_000;

  private final String name;
  private final Failover failover;

  Writers(String name, Failover failover) {
    this.name = name;
    this.failover = failover;
  }

  Report run(Plan plan) throws Exception {
    SplittableRandom random = plan.random();
    ReplicaSet store = plan.cluster().store();
    try (Workload workload =
        Workload.start(name, plan.cluster().apis(), plan.work(), random.split())) {
      WorkloadControl control = workload.control();
      control.open();
      for (int round = 1; round <= plan.rounds(); round++) {
        control.awaitAcked((long) plan.size() * round / (plan.rounds() + 1), STALL_MILLIS);
        control.awaitAcked(Long.MAX_VALUE, random.nextLong(50, 1001));
        control.fault();
        Runnable heal = failover.strike(store);
        boolean recovered = control.awaitRecovery(Healing.LIMIT_MILLIS);
        heal.run();
        if (!recovered) {
          throw new IllegalStateException("no writer recovered from " + failover);
        }
        Healing.await(store);
      }
      control.awaitAcked(plan.size(), STALL_MILLIS);
      Verdict verdict = workload.check(plan.cluster().apis().get(1));
      return new Report(
          verdict,
          plan.rounds(),
          plan.seed(),
          List.of(
              "a writer's time without a yes after a fault: " + control.outages(),
              "no answer or 503: " + control.unknown()));
    }
  }
}
