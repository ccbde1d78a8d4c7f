package io.healthconnect.benchmarks.faults;

import io.healthconnect.benchmarks.cluster.Node;
import io.healthconnect.benchmarks.server.Delays;
import io.healthconnect.benchmarks.workload.Verdict;
import io.healthconnect.benchmarks.workload.Workload;
import io.healthconnect.benchmarks.workload.WorkloadControl;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/**
 * A node of the former release and one of this serve one set, and every ten seconds, or as soon as
 * all writers have recovered, one of them is killed and started again. Nothing that either has
 * acknowledged may be lost or stored twice, and each message must be shown once to its doctor at
 * the other node.
 */
final class MixedReleases {
  private static final long EVERY_NANOS = TimeUnit.SECONDS.toNanos(10);

  private MixedReleases() {}

  static Report run(Plan plan) throws Exception {
    SplittableRandom random = plan.random();
    Crew crew = new Crew(Conversations.SENDERS);
    try (Workload workload =
            Workload.start("mixed-", plan.cluster().apis(), plan.work(), random.split());
        Conversations conversations = new Conversations(plan, "mixed-c", workload.control())) {
      WorkloadControl control = workload.control();
      conversations.join(i -> i % 2);
      control.open();
      conversations.send(crew, Long.MAX_VALUE);
      int kills = killAgainAndAgain(plan, control, random);
      control.stop();
      crew.await();
      conversations.awaitDelivery();
      Verdict verdict = workload.check(plan.cluster().apis().get(0)).plus(conversations.verdict());
      Delays delays = new Delays();
      conversations.each((sentAt, arrivedAt) -> delays.add(arrivedAt - sentAt));
      return new Report(
          verdict,
          kills,
          plan.seed(),
          List.of(
              "from node to node: " + delays,
              "a writer's time without a yes after a kill: " + control.outages(),
              "no answer or 503: " + control.unknown(),
              conversations.connections()));
    } finally {
      crew.close();
    }
  }

  private static int killAgainAndAgain(Plan plan, WorkloadControl control, SplittableRandom random)
      throws Exception {
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(plan.size());
    int kills = 0;
    while (System.nanoTime() < end) {
      long next = System.nanoTime() + EVERY_NANOS;
      Node node = plan.cluster().nodes().get(random.nextInt(2));
      control.fault();
      node.kill();
      kills++;
      node.restart();
      if (!control.awaitRecovery(Healing.LIMIT_MILLIS)) {
        throw new IllegalStateException("no writer recovered from a kill");
      }
      LockSupport.parkNanos(next - System.nanoTime());
    }
    return kills;
  }
}
