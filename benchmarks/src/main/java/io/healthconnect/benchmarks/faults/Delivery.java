package io.healthconnect.benchmarks.faults;

import io.healthconnect.benchmarks.cluster.Node;
import io.healthconnect.benchmarks.server.Delays;
import io.healthconnect.benchmarks.server.Pair;
import io.healthconnect.benchmarks.workload.AckLog;
import io.healthconnect.benchmarks.workload.Attempts;
import io.healthconnect.benchmarks.workload.Entry;
import io.healthconnect.benchmarks.workload.Reconciliation;
import io.healthconnect.benchmarks.workload.Verdict;
import io.healthconnect.benchmarks.workload.WorkloadControl;
import java.io.IOException;
import java.net.http.HttpClient;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.function.LongConsumer;

/**
 * M-07: patients write at one node, their doctors are connected to the other, and the primary
 * repeatedly loses its role, by a step-down or a kill. Before each failover the nodes' change
 * streams are killed. Every acknowledged message must be shown to its doctor once and in order.
 */
final class Delivery {
  private static final int SENDERS = 4;
  private static final long STALL_MILLIS = 600_000;
  private static final long REOPENING_NANOS = TimeUnit.SECONDS.toNanos(1);

  private final Plan plan;
  private final WorkloadControl control = new WorkloadControl();
  private final List<Conversation> conversations = new ArrayList<>();
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

  private record Conversation(String name, Pair pair, Inbox inbox, Map<String, Long> sent) {}

  private Delivery(Plan plan) {
    this.plan = plan;
  }

  static Report run(Plan plan) throws Exception {
    return new Delivery(plan).run();
  }

  private Report run() throws Exception {
    Crew crew = new Crew(SENDERS);
    try {
      join();
      control.open();
      conversations.forEach(each -> crew.start(() -> send(each)));
      failOver();
      crew.await();
      awaitDelivery();
      return report();
    } finally {
      control.stop();
      crew.close();
      conversations.forEach(each -> each.inbox().close());
    }
  }

  private void join() throws Exception {
    HttpClient http = HttpClient.newHttpClient();
    Node first = plan.cluster().nodes().get(0);
    Node second = plan.cluster().nodes().get(1);
    for (int i = 1; i <= SENDERS; i++) {
      String name = "m07-" + i;
      Pair pair = Pair.create(first.api(), name);
      conversations.add(
          new Conversation(name, pair, new Inbox(http, second, pair), new ConcurrentHashMap<>()));
    }
  }

  private void send(Conversation conversation) throws Exception {
    Pair pair = conversation.pair();
    try (AckLog log = new AckLog(plan.work().resolve(conversation.name() + ".log"))) {
      Attempts attempts = new Attempts(conversation.name(), log, control);
      for (int i = 0; i < plan.size() / SENDERS && !control.stopped(); i++) {
        String id = conversation.name() + "-" + i;
        conversation.sent().put(id, System.nanoTime());
        attempts.untilKnown(
            Entry.Kind.MESSAGE,
            id,
            () -> pair.sendFromPatient(plan.cluster().apis().get(0), "text of " + id, id),
            reply -> reply.body().at("/message/seq").asText());
      }
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

  private void awaitDelivery() {
    try {
      Healing.await(
          "not everything was delivered",
          () ->
              conversations.stream()
                  .allMatch(each -> each.inbox().shown().arrivals().size() >= each.sent().size()));
    } catch (IOException e) {
      // Missing messages are counted below.
      System.err.println(e.getMessage());
    }
  }

  private Report report() throws Exception {
    Delays steady = new Delays();
    Delays inFailover = new Delays();
    Verdict verdict = new Verdict(0, 0, 0, control.remarks());
    int repeated = 0;
    int reconnects = 0;
    Reconciliation stored = new Reconciliation(plan.cluster().apis().get(0));
    for (Conversation each : conversations) {
      List<Entry> log = AckLog.read(plan.work().resolve(each.name() + ".log"));
      Shown shown = each.inbox().shown();
      Map<String, Long> arrivals = shown.arrivals();
      verdict = verdict.plus(stored.of(each.pair(), log)).plus(shown.check(log));
      verdict = verdict.plus(new Verdict(0, 0, 0, each.inbox().remarks()));
      repeated += shown.repeated();
      reconnects += each.inbox().reconnects();
      each.sent()
          .forEach(
              (id, sentAt) -> {
                Long arrivedAt = arrivals.get(id);
                if (arrivedAt != null) {
                  delays(sentAt, arrivedAt, steady, inFailover).accept(arrivedAt - sentAt);
                }
              });
    }
    return new Report(
        verdict,
        plan.rounds(),
        plan.seed(),
        List.of(
            "from node to node, steady: " + steady,
            "from node to node, in failover: " + inFailover,
            "a sender's time without a yes after a fault: " + control.outages(),
            "change streams killed: " + streams,
            "brought again by a socket: %d, connections lost: %d".formatted(repeated, reconnects)));
  }

  private LongConsumer delays(long sentAt, long arrivedAt, Delays steady, Delays inFailover) {
    boolean failover = windows.stream().anyMatch(window -> window.touches(sentAt, arrivedAt));
    return failover ? inFailover::add : steady::add;
  }
}
