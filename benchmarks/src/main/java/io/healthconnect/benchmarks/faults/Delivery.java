package io.healthconnect.benchmarks.faults;

import io.healthconnect.benchmarks.server.Delays;
import io.healthconnect.benchmarks.workload.Verdict;
import io.healthconnect.benchmarks.workload.WorkloadControl;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;

/**
 * M-07: patients write at one node, their doctors are connected to the other, and the primary
 * repeatedly loses its role, by a step-down or a kill. Before each failover the nodes' change
 * streams are killed. Every acknowledged message must be shown to its doctor once and in order.
 */
final class Delivery {
  private static final long STALL_MILLIS = 600_000;
  private static final long REOPENING_NANOS = TimeUnit.SECONDS.toNanos(1);

  private final Plan plan;
  private final WorkloadControl control = new WorkloadControl();
  private final Conversations conversations;
  private final List<Window> windows = new ArrayList<>();
  private int streams;

  /**
   * The time from a fault until every sender has had an answer again, or a stream has been
   * reopened.
   */
  private record Window(long from, long to) {
    boolean touches(long sentAt, long arrivedAt) {
      return sentAt < to && arrivedAt > from;
    }
  }

  private Delivery(Plan plan) {
    this.plan = plan;
    this.conversations = new Conversations(plan, "m07-", control);
  }

  static Report run(Plan plan) throws Exception {
    return new Delivery(plan).run();
  }

  private Report run() throws Exception {
    Crew crew = new Crew(Conversations.SENDERS);
    try {
      conversations.join(i -> 0);
      control.open();
      conversations.send(crew, plan.size() / Conversations.SENDERS);
      failOver();
      crew.await();
      conversations.awaitDelivery();
      return report();
    } finally {
      control.stop();
      crew.close();
      conversations.close();
    }
  }

  private void failOver() throws Exception {
    SplittableRandom random = plan.random();
    for (int round = 1; round <= plan.rounds(); round++) {
      long target = (long) plan.size() * round / (plan.rounds() + 1);
      control.awaitAcked(target - plan.size() / (plan.rounds() + 1) / 2, STALL_MILLIS);
      Healing.await("no change stream is open", this::killsStreams);
      control.awaitAcked(target, STALL_MILLIS);
      control.awaitAcked(Long.MAX_VALUE, random.nextLong(0, 501));
      Failover failover = random.nextBoolean() ? Failover.STEP_DOWN : Failover.KILL;
      long from = System.nanoTime();
      control.fault();
      Runnable heal = failover.strike(plan.cluster().store());
      boolean recovered = control.awaitRecovery(Healing.LIMIT_MILLIS);
      windows.add(new Window(from, System.nanoTime()));
      heal.run();
      if (!recovered) {
        throw new IllegalStateException("no sender recovered from " + failover);
      }
      Healing.await(plan.cluster().store());
    }
  }

  /** Waits for a stream that is just being reopened. */
  private boolean killsStreams() {
    long now = System.nanoTime();
    int killed = plan.cluster().store().killChangeStreams();
    if (killed == 0) {
      return false;
    }
    windows.add(new Window(now, now + REOPENING_NANOS));
    streams += killed;
    return true;
  }

  private Report report() throws Exception {
    Delays steady = new Delays();
    Delays inFailover = new Delays();
    conversations.each(
        (sentAt, arrivedAt) -> {
          boolean failover = windows.stream().anyMatch(each -> each.touches(sentAt, arrivedAt));
          (failover ? inFailover : steady).add(arrivedAt - sentAt);
        });
    return new Report(
        new Verdict(0, 0, 0, control.remarks()).plus(conversations.verdict()),
        plan.rounds(),
        plan.seed(),
        List.of(
            "from node to node, steady: " + steady,
            "from node to node, in failover: " + inFailover,
            "a sender's time without a yes after a fault: " + control.outages(),
            "change streams killed: " + streams,
            conversations.connections()));
  }
}
