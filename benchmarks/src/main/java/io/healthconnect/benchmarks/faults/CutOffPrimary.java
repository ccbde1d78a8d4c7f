package io.healthconnect.benchmarks.faults;

import io.healthconnect.benchmarks.workload.Verdict;
import io.healthconnect.benchmarks.workload.Workload;
import io.healthconnect.benchmarks.workload.WorkloadControl;
import io.healthconnect.mongod.ReplicaSet;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;

/**
 * M-04: the primary is cut off from the other members, which choose another, and goes on to answer
 * its clients. Nothing that was acknowledged meanwhile is rolled back when it comes back.
 */
final class CutOffPrimary {
  private CutOffPrimary() {}

  static Report run(Plan plan) throws Exception {
    SplittableRandom random = plan.random();
    ReplicaSet store = plan.cluster().store();
    try (Workload workload =
        Workload.start("m04-", plan.cluster().apis(), plan.work(), random.split())) {
      WorkloadControl control = workload.control();
      control.open();
      for (int round = 0; round < plan.rounds(); round++) {
        control.awaitAcked(Long.MAX_VALUE, random.nextLong(500, 1501));
        control.fault();
        store.separate(store.primary());
        try {
          control.awaitAcked(Long.MAX_VALUE, TimeUnit.SECONDS.toMillis(plan.size()));
        } finally {
          store.mend();
        }
        if (!control.awaitRecovery(Healing.LIMIT_MILLIS)) {
          throw new IllegalStateException("no writer recovered from a primary that was cut off");
        }
        Healing.await(store);
      }
      Verdict verdict = workload.check(plan.cluster().apis().get(1));
      return new Report(
          verdict,
          plan.rounds(),
          plan.seed(),
          List.of(
              "a writer's time without a yes after a cut: " + control.outages(),
              "no answer or 503: " + control.unknown()));
    }
  }
}
