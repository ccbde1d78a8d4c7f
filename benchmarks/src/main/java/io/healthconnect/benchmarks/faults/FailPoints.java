package io.healthconnect.benchmarks.faults;

import io.healthconnect.benchmarks.cluster.Cluster;
import io.healthconnect.benchmarks.server.Api;
import io.healthconnect.benchmarks.server.Pair;
import io.healthconnect.benchmarks.workload.AckLog;
import io.healthconnect.benchmarks.workload.Attempts;
import io.healthconnect.benchmarks.workload.Entry;
import io.healthconnect.benchmarks.workload.Reconciliation;
import io.healthconnect.benchmarks.workload.Verdict;
import io.healthconnect.benchmarks.workload.WorkloadControl;
import io.healthconnect.mongod.ReplicaSet;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.bson.Document;

/**
 * M-06: a third of the store's writes lose their connection or fail, before or after they take
 * effect. Clients retry with the same identifier until there is an answer; each write must be
 * stored once.
 */
final class FailPoints {
  private static final int WRITERS = 8;
  private static final double SHARE = 0.3;
  private static final String FAIL_POINT = "failCommand";
  private static final int DAYS_TO_BOOK = 7;

  private record Case(Entry.Kind kind, String text, Document data) {}

  private static final List<Case> CASES =
      List.of(
          new Case(
              Entry.Kind.MESSAGE,
              "message, connection lost before the insert",
              new Document("failCommands", List.of("insert")).append("closeConnection", true)),
          new Case(
              Entry.Kind.MESSAGE, "message, connection lost before the commit", lostBeforeCommit()),
          new Case(Entry.Kind.MESSAGE, "message, error after the commit", errorAfterCommit()),
          new Case(
              Entry.Kind.APPOINTMENT,
              "booking, connection lost before the commit",
              lostBeforeCommit()),
          new Case(Entry.Kind.APPOINTMENT, "booking, error after the commit", errorAfterCommit()));

  private FailPoints() {}

  private static Document lostBeforeCommit() {
    return new Document("failCommands", List.of("commitTransaction"))
        .append("closeConnection", true);
  }

  private static Document errorAfterCommit() {
    return new Document("failCommands", List.of("commitTransaction"))
        .append(
            "writeConcernError",
            new Document("code", 91)
                .append("errmsg", "shutting down")
                .append("errorLabels", List.of("RetryableWriteError")));
  }

  static Report run(Plan plan) throws Exception {
    Verdict verdict = new Verdict(0, 0, 0, List.of());
    List<String> notes = new ArrayList<>();
    int met = 0;
    for (int i = 0; i < CASES.size(); i++) {
      Case broken = CASES.get(i);
      Writing writing = new Writing(plan, "m06-" + i + "-", broken.kind());
      ReplicaSet store = plan.cluster().store();
      Document mode = new Document("activationProbability", SHARE);
      store.failPointEverywhere(
          FAIL_POINT, new Document("mode", mode).append("data", broken.data()));
      int times;
      try {
        writing.run(plan.size());
      } finally {
        times = store.failPointEverywhere(FAIL_POINT, new Document("mode", "off"));
      }
      Verdict one = writing.check();
      if (times == 0 || one.acked() < plan.size()) {
        one = one.plus(new Verdict(0, 0, 0, List.of(broken.text() + ": not complete")));
      }
      met += times;
      verdict = verdict.plus(one);
      notes.add("%s: %d writes, fault met %d times".formatted(broken.text(), one.acked(), times));
    }
    return new Report(verdict, met, plan.seed(), notes);
  }

  /** Pairs that together write this much, each write until its outcome is known. */
  private static final class Writing {
    private final WorkloadControl control = new WorkloadControl();
    private final List<Pair> pairs = new ArrayList<>();
    private final List<Path> files = new ArrayList<>();
    private final Cluster cluster;
    private final String name;
    private final Entry.Kind kind;

    Writing(Plan plan, String name, Entry.Kind kind) throws Exception {
      this.cluster = plan.cluster();
      this.name = name;
      this.kind = kind;
      for (int i = 0; i < WRITERS; i++) {
        pairs.add(Pair.create(cluster.apis().get(0), name + i));
        files.add(plan.work().resolve(name + i + ".log"));
      }
      control.open();
    }

    void run(int writes) throws Exception {
      Crew crew = new Crew(WRITERS);
      try {
        for (int i = 0; i < WRITERS; i++) {
          int writer = i;
          int share = (writes + WRITERS - 1 - i) / WRITERS;
          crew.start(() -> write(writer, share));
        }
        crew.await();
      } finally {
        control.stop();
        crew.close();
      }
    }

    private void write(int writer, int count) throws Exception {
      Pair pair = pairs.get(writer);
      Api api = cluster.apis().get(writer % cluster.apis().size());
      try (AckLog log = new AckLog(files.get(writer))) {
        Attempts attempts = new Attempts(name + writer, log, control);
        List<Pair.Slot> slots = pair.freeSlots(api, DAYS_TO_BOOK);
        for (int i = 0; i < count; i++) {
          String id = name + writer + "-" + i;
          if (kind == Entry.Kind.MESSAGE) {
            attempts.untilKnown(
                kind,
                id,
                () -> pair.sendFromPatient(api, "text of " + id, id),
                reply -> reply.body().at("/message/seq").asText());
          } else {
            Pair.Slot slot = slots.get(i);
            attempts.untilKnown(
                kind,
                slot.startsAt(),
                () -> pair.book(api, slot, id),
                reply -> reply.body().at("/appointment/id").asText());
          }
        }
      }
    }

    Verdict check() throws Exception {
      Verdict verdict = new Verdict(0, 0, 0, control.remarks());
      Reconciliation reconciliation = new Reconciliation(cluster.apis().get(1));
      for (int i = 0; i < WRITERS; i++) {
        verdict = verdict.plus(reconciliation.of(pairs.get(i), AckLog.read(files.get(i))));
      }
      return verdict;
    }
  }
}
