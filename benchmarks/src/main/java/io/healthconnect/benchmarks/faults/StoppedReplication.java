package io.healthconnect.benchmarks.faults;

import io.healthconnect.benchmarks.server.Api;
import io.healthconnect.benchmarks.server.Pair;
import io.healthconnect.benchmarks.workload.AckLog;
import io.healthconnect.benchmarks.workload.Attempts;
import io.healthconnect.benchmarks.workload.Entry;
import io.healthconnect.benchmarks.workload.Outcome;
import io.healthconnect.benchmarks.workload.Reconciliation;
import io.healthconnect.benchmarks.workload.Verdict;
import io.healthconnect.benchmarks.workload.WorkloadControl;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * M-11: the primary accepts writes, but no other member follows. It is unknown whether these writes
 * survive, so the answer is 503, also to a resend; when the others follow again, a resend finds
 * what is stored.
 */
final class StoppedReplication {
  private static final int DAYS_TO_BOOK = 7;

  private final Plan plan;
  private final WorkloadControl control = new WorkloadControl();
  private final List<Client> clients = new ArrayList<>();

  private StoppedReplication(Plan plan) {
    this.plan = plan;
  }

  static Report run(Plan plan) throws Exception {
    return new StoppedReplication(plan).run();
  }

  private Report run() throws Exception {
    int count = plan.size() / plan.rounds();
    Crew crew = new Crew(count);
    try {
      for (int i = 0; i < count; i++) {
        clients.add(new Client(i));
      }
      control.open();
      for (int i = 0; i < plan.rounds(); i++) {
        int round = i;
        plan.cluster().store().stopReplication();
        try {
          together(crew, client -> client.writeInVain(round));
        } finally {
          plan.cluster().store().resumeReplication();
        }
        Healing.await(plan.cluster().store());
        together(crew, client -> client.write(round));
      }
    } finally {
      control.stop();
      crew.close();
      for (Client each : clients) {
        each.close();
      }
    }
    return report();
  }

  private interface Part {
    void of(Client client) throws IOException, InterruptedException;
  }

  private void together(Crew crew, Part part) throws Exception {
    clients.forEach(each -> crew.start(() -> part.of(each)));
    crew.await();
  }

  private Report report() throws IOException, InterruptedException {
    Verdict verdict = new Verdict(0, 0, 0, control.remarks());
    Reconciliation stored = new Reconciliation(plan.cluster().apis().get(1));
    for (Client each : clients) {
      verdict = verdict.plus(new Verdict(0, 0, 0, each.remarks));
      verdict = verdict.plus(stored.of(each.pair, AckLog.read(each.file)));
    }
    return new Report(
        verdict,
        plan.rounds(),
        plan.seed(),
        List.of("no answer or 503, each sent again: " + control.unknown()));
  }

  /** Writes messages or bookings. */
  private final class Client implements AutoCloseable {
    private final Pair pair;
    private final Api api;
    private final String name;
    private final Path file;
    private final AckLog log;
    private final Attempts attempts;
    private final List<Pair.Slot> slots;
    private final boolean books;
    private final List<String> remarks = new ArrayList<>();

    Client(int number) throws IOException, InterruptedException {
      api = plan.cluster().apis().get(number / 2 % 2);
      name = "m11-" + number;
      pair = Pair.create(api, name);
      file = plan.work().resolve(name + ".log");
      log = new AckLog(file);
      attempts = new Attempts(name, log, control);
      books = number % 2 == 1;
      slots = pair.freeSlots(api, DAYS_TO_BOOK);
    }

    void writeInVain(int round) throws IOException, InterruptedException {
      for (int again = 0; again < 2; again++) {
        if (send(round, false) == Outcome.OK) {
          remarks.add(name + " had a yes without a majority in round " + round);
        }
      }
    }

    void write(int round) throws IOException, InterruptedException {
      send(round, true);
    }

    private Outcome send(int round, boolean untilKnown) throws IOException, InterruptedException {
      String id = name + "-" + round;
      Entry.Kind kind = books ? Entry.Kind.APPOINTMENT : Entry.Kind.MESSAGE;
      String key = books ? slots.get(round).startsAt() : id;
      Attempts.Write write =
          books
              ? () -> pair.book(api, slots.get(round), id)
              : () -> pair.sendFromPatient(api, "text of " + id, id);
      return untilKnown
          ? attempts.untilKnown(kind, key, write, this::detail)
          : attempts.once(kind, key, write, this::detail);
    }

    @Override
    public void close() throws IOException {
      log.close();
    }

    private String detail(Api.Reply reply) {
      return reply.body().at(books ? "/appointment/id" : "/message/seq").asText();
    }
  }
}
