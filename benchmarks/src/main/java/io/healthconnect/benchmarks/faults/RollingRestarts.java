package io.healthconnect.benchmarks.faults;

import io.healthconnect.benchmarks.cluster.Node;
import io.healthconnect.benchmarks.workload.Verdict;
import io.healthconnect.benchmarks.workload.Workload;
import io.healthconnect.benchmarks.workload.WorkloadControl;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/**
 * C-06: both nodes are stopped and started again, one after the other, as for an upgrade, under
 * writers at both. Writers see lost connections and 503 at most.
 */
final class RollingRestarts {
  private static final int STOP_SECONDS = 10;

  private RollingRestarts() {}

  static Report run(Plan plan) throws Exception {
    SplittableRandom random = plan.random();
    List<String> missed = new ArrayList<>();
    try (Workload workload =
        Workload.start("c06-", plan.cluster().apis(), plan.work(), random.split())) {
      WorkloadControl control = workload.control();
      control.open();
      for (int round = 0; round < plan.rounds(); round++) {
        for (Node node : plan.cluster().nodes()) {
          control.awaitAcked(Long.MAX_VALUE, random.nextLong(200, 1001));
          control.fault();
          long stopped = node.stop(STOP_SECONDS);
          if (stopped != 0) {
            missed.add("a node ended with " + stopped);
          }
          node.restart();
          if (!control.awaitRecovery(Healing.LIMIT_MILLIS)) {
            throw new IllegalStateException("no writer recovered from a restart");
          }
        }
      }
      Verdict verdict = workload.check(plan.cluster().apis().get(0));
      return new Report(
          verdict,
          2 * plan.rounds(),
          plan.seed(),
          List.of(
              "a writer's time without a yes after a stop: " + control.outages(),
              "no answer or 503: " + control.unknown()),
          missed);
    }
  }
}
