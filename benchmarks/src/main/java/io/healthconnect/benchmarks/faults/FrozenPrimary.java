package io.healthconnect.benchmarks.faults;

import io.healthconnect.benchmarks.server.Api;
import io.healthconnect.benchmarks.server.Delays;
import io.healthconnect.benchmarks.server.Pair;
import io.healthconnect.benchmarks.workload.AckLog;
import io.healthconnect.benchmarks.workload.Attempts;
import io.healthconnect.benchmarks.workload.Entry;
import io.healthconnect.benchmarks.workload.Reconciliation;
import io.healthconnect.benchmarks.workload.Verdict;
import io.healthconnect.benchmarks.workload.WorkloadControl;
import io.healthconnect.mongod.Member;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;

/**
 * M-03: the primary freezes under many clients, and its connections stay open. Requests must end in
 * time, the nodes must still report that they are live, and nothing acknowledged may be lost when
 * the old primary wakes up.
 */
final class FrozenPrimary {
  private static final long FREEZE_NANOS = TimeUnit.SECONDS.toNanos(15);
  private static final long PAUSE_MILLIS = 20;
  private static final double LIVENESS_LIMIT_MILLIS = 1_000;
  private static final double REQUEST_LIMIT_MILLIS = 6_000;

  private final Plan plan;
  private final WorkloadControl control = new WorkloadControl();
  private final List<Pair> pairs = new ArrayList<>();
  private final Delays requests = new Delays();
  private final Delays liveness = new Delays();
  private final List<String> remarks = new ArrayList<>();

  private FrozenPrimary(Plan plan) {
    this.plan = plan;
  }

  static Report run(Plan plan) throws Exception {
    return new FrozenPrimary(plan).run();
  }

  private Report run() throws Exception {
    for (int i = 0; i < plan.size(); i++) {
      pairs.add(Pair.create(api(i), "m03-" + i));
    }
    control.open();
    Crew crew = new Crew(plan.size());
    try {
      for (int i = 0; i < plan.size(); i++) {
        int client = i;
        crew.start(() -> write(client));
      }
      SplittableRandom random = plan.random();
      for (int round = 0; round < plan.rounds(); round++) {
        control.awaitAcked(Long.MAX_VALUE, random.nextLong(200, 2001));
        freeze();
      }
      control.stop();
      crew.await();
    } finally {
      control.stop();
      crew.close();
    }
    return report();
  }

  private Api api(int client) {
    List<Api> apis = plan.cluster().apis();
    return apis.get(client % apis.size());
  }

  private Path file(int client) {
    return plan.work().resolve("m03-" + client + ".log");
  }

  private void write(int client) throws IOException, InterruptedException {
    Pair pair = pairs.get(client);
    try (AckLog log = new AckLog(file(client))) {
      Attempts attempts = new Attempts("m03-" + client, log, control);
      for (int i = 0; !control.stopped(); i++) {
        String id = "m03-" + client + "-" + i;
        attempts.untilKnown(
            Entry.Kind.MESSAGE,
            id,
            () -> timed(requests, () -> pair.sendFromPatient(api(client), "text of " + id, id)),
            reply -> reply.body().at("/message/seq").asText());
      }
    }
  }

  private static Api.Reply timed(Delays delays, Attempts.Write request)
      throws IOException, InterruptedException {
    long from = System.nanoTime();
    try {
      return request.send();
    } finally {
      delays.add(System.nanoTime() - from);
    }
  }

  private void freeze() throws IOException, InterruptedException {
    Member primary = plan.cluster().store().primary();
    control.fault();
    primary.freeze();
    try {
      long from = System.nanoTime();
      while (System.nanoTime() - from < FREEZE_NANOS) {
        for (Api api : plan.cluster().apis()) {
          askWhetherItLives(api);
        }
        control.awaitAcked(Long.MAX_VALUE, PAUSE_MILLIS);
      }
    } finally {
      primary.thaw();
    }
    if (!control.awaitRecovery(Healing.LIMIT_MILLIS)) {
      throw new IllegalStateException("no writer recovered from a frozen primary");
    }
    Healing.await(plan.cluster().store());
  }

  private void askWhetherItLives(Api api) throws InterruptedException {
    try {
      int status = timed(liveness, () -> api.get("/health/live", "")).status();
      if (status != 200) {
        remarks.add("said not to live: " + status);
      }
    } catch (IOException e) {
      remarks.add("did not say that it lives: " + e);
    }
  }

  private Report report() throws IOException, InterruptedException {
    remarks.addAll(control.remarks());
    Verdict verdict = new Verdict(0, 0, 0, remarks);
    Reconciliation stored = new Reconciliation(plan.cluster().apis().get(1));
    for (int i = 0; i < plan.size(); i++) {
      verdict = verdict.plus(stored.of(pairs.get(i), AckLog.read(file(i))));
    }
    List<String> missed = new ArrayList<>();
    if (liveness.millis(99) > LIVENESS_LIMIT_MILLIS) {
      missed.add("liveness p99 is more than 1 s");
    }
    if (requests.millis(100) > REQUEST_LIMIT_MILLIS) {
      missed.add("a request took more than 6 s");
    }
    return new Report(
        verdict,
        plan.rounds(),
        plan.seed(),
        List.of(
            "requests of %d clients: %s".formatted(plan.size(), requests),
            "liveness while the primary was frozen: " + liveness,
            "a client's time without a yes after a freeze: " + control.outages(),
            "no answer or 503: " + control.unknown()),
        missed);
  }
}
