package io.healthconnect.benchmarks.faults;

import io.healthconnect.benchmarks.server.Pair;
import io.healthconnect.benchmarks.workload.AckLog;
import io.healthconnect.benchmarks.workload.Attempts;
import io.healthconnect.benchmarks.workload.Entry;
import io.healthconnect.benchmarks.workload.Reconciliation;
import io.healthconnect.benchmarks.workload.Verdict;
import io.healthconnect.benchmarks.workload.WorkloadControl;
import java.io.IOException;
import java.net.http.HttpClient;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BooleanSupplier;
import java.util.function.IntUnaryOperator;

/**
 * Patients who write at one node, each in a conversation with a doctor who is connected to the
 * other. Every acknowledged message must be shown to its doctor once and in order.
 */
final class Conversations implements AutoCloseable {
  static final int SENDERS = 4;

  private final Plan plan;
  private final String prefix;
  private final WorkloadControl control;
  private final List<Conversation> conversations = new ArrayList<>();

  private record Conversation(
      String name, Pair pair, int sender, Inbox inbox, Map<String, Long> sent) {}

  /** What is told of a message that was shown. */
  interface Delivered {
    void message(long sentAt, long arrivedAt);
  }

  /**
   * @param prefix of the names of the people and of their files
   */
  Conversations(Plan plan, String prefix, WorkloadControl control) {
    this.plan = plan;
    this.prefix = prefix;
    this.control = control;
  }

  /**
   * Signs everybody up and connects the doctors.
   *
   * @param senders gives the node at which a conversation's patient writes, 0 or 1
   */
  void join(IntUnaryOperator senders) throws IOException, InterruptedException {
    HttpClient http = HttpClient.newHttpClient();
    for (int i = 1; i <= SENDERS; i++) {
      String name = prefix + i;
      int sender = senders.applyAsInt(i);
      Pair pair = Pair.create(plan.cluster().apis().get(sender), name);
      Inbox inbox = new Inbox(http, plan.cluster().nodes().get(1 - sender), pair);
      conversations.add(new Conversation(name, pair, sender, inbox, new ConcurrentHashMap<>()));
    }
  }

  /**
   * Begins to write.
   *
   * @param size how many messages each patient writes, unless the control stops earlier
   */
  void send(Crew crew, long size) {
    conversations.forEach(each -> crew.start(() -> send(each, size)));
  }

  private void send(Conversation conversation, long size) throws Exception {
    Pair pair = conversation.pair();
    try (AckLog log = new AckLog(file(conversation))) {
      Attempts attempts = new Attempts(conversation.name(), log, control);
      for (long i = 0; i < size && !control.stopped(); i++) {
        String id = conversation.name() + "-" + i;
        conversation.sent().put(id, System.nanoTime());
        attempts.untilKnown(
            Entry.Kind.MESSAGE,
            id,
            () ->
                pair.sendFromPatient(
                    plan.cluster().apis().get(conversation.sender()), "text of " + id, id),
            reply -> reply.body().at("/message/seq").asText());
      }
    }
  }

  private Path file(Conversation conversation) {
    return plan.work().resolve(conversation.name() + ".log");
  }

  /** Waits until everything that was acknowledged is shown, or a minute; nobody writes any more. */
  void awaitDelivery() throws IOException {
    List<BooleanSupplier> delivered = new ArrayList<>();
    for (Conversation each : conversations) {
      List<Entry> log = AckLog.read(file(each));
      delivered.add(() -> each.inbox().shown().check(log).lost() == 0);
    }
    try {
      Healing.await(
          "not everything was delivered",
          () -> delivered.stream().allMatch(BooleanSupplier::getAsBoolean));
    } catch (IOException e) {
      // Missing messages are counted in the verdict.
      System.err.println(e.getMessage());
    }
  }

  /** What is stored and what is shown, beside what was acknowledged. */
  Verdict verdict() throws IOException, InterruptedException {
    Verdict verdict = new Verdict(0, 0, 0, List.of());
    for (Conversation each : conversations) {
      List<Entry> log = AckLog.read(file(each));
      Reconciliation stored = new Reconciliation(plan.cluster().apis().get(each.sender()));
      verdict =
          verdict
              .plus(stored.of(each.pair(), log))
              .plus(each.inbox().shown().check(log))
              .plus(new Verdict(0, 0, 0, each.inbox().remarks()));
    }
    return verdict;
  }

  void each(Delivered delivered) {
    for (Conversation each : conversations) {
      Map<String, Long> arrivals = each.inbox().shown().arrivals();
      each.sent()
          .forEach(
              (id, sentAt) -> {
                Long arrivedAt = arrivals.get(id);
                if (arrivedAt != null) {
                  delivered.message(sentAt, arrivedAt);
                }
              });
    }
  }

  /** How often sockets broke, and what they brought again. */
  String connections() {
    return "brought again by a socket: %d, connections lost: %d"
        .formatted(
            conversations.stream().mapToInt(each -> each.inbox().shown().repeated()).sum(),
            conversations.stream().mapToInt(each -> each.inbox().reconnects()).sum());
  }

  @Override
  public void close() {
    conversations.forEach(each -> each.inbox().close());
  }
}
