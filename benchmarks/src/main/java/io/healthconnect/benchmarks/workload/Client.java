package io.healthconnect.benchmarks.workload;

import static io.healthconnect.benchmarks.workload.Entry.Kind.APPOINTMENT;
import static io.healthconnect.benchmarks.workload.Entry.Kind.MESSAGE;
import static io.healthconnect.benchmarks.workload.Entry.Kind.REVOCATION;

import io.healthconnect.benchmarks.server.Api;
import io.healthconnect.benchmarks.server.Pair;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.random.RandomGenerator;

/** One client: writes for its pair as fast as the servers answer, each time to a random one. */
final class Client implements Callable<Void> {
  private final Pair pair;
  private final List<Api> apis;
  private final WorkloadControl control;
  private final RandomGenerator random;
  private final Path file;
  private final Deque<Pair.Slot> slots;
  private final String name;
  private int written;

  Client(String name, List<Api> apis, WorkloadControl control, RandomGenerator random, Path file)
      throws IOException, InterruptedException {
    this.name = name;
    this.pair = Pair.create(apis.get(0), name);
    this.apis = apis;
    this.control = control;
    this.random = random;
    this.file = file;
    this.slots = new ArrayDeque<>(pair.freeSlots(apis.get(0), 50));
  }

  Pair pair() {
    return pair;
  }

  Path file() {
    return file;
  }

  @Override
  public Void call() throws Exception {
    try (AckLog log = new AckLog(file)) {
      Attempts attempts = new Attempts(name, log, control);
      while (control.pass()) {
        int draw = random.nextInt(200);
        if (draw == 0 && !slots.isEmpty()) {
          book(attempts);
        } else if (draw == 1) {
          revoke(attempts);
        } else {
          chat(attempts);
        }
      }
    }
    return null;
  }

  private Api any() {
    return apis.get(random.nextInt(apis.size()));
  }

  private void chat(Attempts attempts) throws IOException, InterruptedException {
    String clientId = name + "-" + ++written;
    boolean fromDoctor = random.nextBoolean();
    Attempts.Write write =
        () ->
            fromDoctor
                ? pair.sendFromDoctor(any(), "text of " + clientId, clientId)
                : pair.sendFromPatient(any(), "text of " + clientId, clientId);
    if (random.nextBoolean()) {
      attempts.untilKnown(MESSAGE, clientId, write, Client::seq);
    } else {
      attempts.once(MESSAGE, clientId, write, Client::seq);
    }
  }

  private static String seq(Api.Reply reply) {
    return reply.body().at("/message/seq").asText();
  }

  private void book(Attempts attempts) throws IOException, InterruptedException {
    Pair.Slot slot = slots.removeFirst();
    attempts.once(
        APPOINTMENT,
        slot.startsAt(),
        () -> pair.book(any(), slot),
        reply -> reply.body().at("/appointment/id").asText());
  }

  private void revoke(Attempts attempts) throws IOException, InterruptedException {
    Api.Reply session;
    try {
      session = pair.patient().logIn(any());
    } catch (IOException e) {
      return;
    }
    if (session.token().isPresent()) {
      String token = session.token().get();
      attempts.once(
          REVOCATION, token, () -> any().post("/api/auth/logout", token, Map.of()), reply -> "-");
    }
  }
}
