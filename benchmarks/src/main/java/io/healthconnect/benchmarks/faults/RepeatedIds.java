package io.healthconnect.benchmarks.faults;

import io.healthconnect.benchmarks.server.Api;
import io.healthconnect.benchmarks.server.Pair;
import io.healthconnect.benchmarks.workload.AckLog;
import io.healthconnect.benchmarks.workload.Attempts;
import io.healthconnect.benchmarks.workload.Entry;
import io.healthconnect.benchmarks.workload.Reconciliation;
import io.healthconnect.benchmarks.workload.Verdict;
import io.healthconnect.benchmarks.workload.WorkloadControl;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;

/**
 * T-04: devices of one person send the same message with the same identifier at once, at both
 * nodes. It must be stored once, and each device must receive the same message.
 */
final class RepeatedIds {
  private static final int SENDERS = 4;
  private static final int DEVICES = 3;
  private static final long STEP_SECONDS = 60;

  private final Plan plan;
  private final WorkloadControl control = new WorkloadControl();
  private final List<Pair> pairs = new ArrayList<>();

  private RepeatedIds(Plan plan) {
    this.plan = plan;
  }

  static Report run(Plan plan) throws Exception {
    return new RepeatedIds(plan).run();
  }

  private Report run() throws Exception {
    for (int i = 0; i < SENDERS; i++) {
      pairs.add(Pair.create(plan.cluster().apis().get(0), "t04-" + i));
    }
    control.open();
    Crew crew = new Crew(SENDERS * DEVICES);
    try {
      for (int i = 0; i < SENDERS; i++) {
        CyclicBarrier step = new CyclicBarrier(DEVICES);
        for (int j = 0; j < DEVICES; j++) {
          int sender = i;
          int device = j;
          crew.start(() -> send(sender, device, step));
        }
      }
      crew.await();
    } finally {
      control.stop();
      crew.close();
    }
    return report();
  }

  private Path file(int sender, int device) {
    return plan.work().resolve("t04-" + sender + "-" + device + ".log");
  }

  /** The devices send each message at the same moment, to nodes that change with each message. */
  private void send(int sender, int device, CyclicBarrier step) throws Exception {
    Pair pair = pairs.get(sender);
    try (AckLog log = new AckLog(file(sender, device))) {
      Attempts attempts = new Attempts("t04-" + sender + "-" + device, log, control);
      for (int i = 0; i < plan.size() / SENDERS; i++) {
        String id = "t04-" + sender + "-" + i;
        Api api = plan.cluster().apis().get((device + i) % 2);
        step.await(STEP_SECONDS, TimeUnit.SECONDS);
        attempts.untilKnown(
            Entry.Kind.MESSAGE,
            id,
            () -> pair.sendFromPatient(api, "text of " + id, id),
            reply -> reply.body().at("/message/seq").asText());
      }
    }
  }

  private Report report() throws Exception {
    Verdict verdict = new Verdict(0, 0, 0, control.remarks());
    Reconciliation stored = new Reconciliation(plan.cluster().apis().get(1));
    for (int sender = 0; sender < SENDERS; sender++) {
      List<Entry> log = new ArrayList<>();
      for (int device = 0; device < DEVICES; device++) {
        log.addAll(AckLog.read(file(sender, device)));
      }
      verdict =
          verdict.plus(stored.of(pairs.get(sender), log)).plus(SameAnswers.check(log, DEVICES));
    }
    return new Report(
        verdict,
        0,
        plan.seed(),
        List.of("each sent by %d devices, answers: %d".formatted(DEVICES, control.acked())));
  }
}
