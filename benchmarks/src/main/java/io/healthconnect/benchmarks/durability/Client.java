package io.healthconnect.benchmarks.durability;

import static io.healthconnect.benchmarks.durability.Entry.Kind.APPOINTMENT;
import static io.healthconnect.benchmarks.durability.Entry.Kind.MESSAGE;
import static io.healthconnect.benchmarks.durability.Entry.Kind.REVOCATION;

import io.healthconnect.benchmarks.server.Api;
import io.healthconnect.benchmarks.server.Pair;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.Function;
import java.util.random.RandomGenerator;

/** One client: writes for its pair as fast as the server answers and logs every outcome. */
final class Client implements Callable<Void> {
  private static final int MAX_REFUSALS = 200;

  private final Pair pair;
  private final Api api;
  private final Gate gate;
  private final RandomGenerator random;
  private final Path file;
  private final Deque<Pair.Slot> slots;
  private final String name;
  private int written;
  private int refusals;

  Client(String name, Pair pair, Api api, Gate gate, RandomGenerator random, Path file)
      throws IOException, InterruptedException {
    this.name = name;
    this.pair = pair;
    this.api = api;
    this.gate = gate;
    this.random = random;
    this.file = file;
    this.slots = new ArrayDeque<>(pair.freeSlots(api, 50));
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
      while (gate.pass()) {
        int draw = random.nextInt(200);
        if (draw == 0 && !slots.isEmpty()) {
          book(log);
        } else if (draw == 1) {
          revoke(log);
        } else {
          chat(log);
        }
        if (refusals > MAX_REFUSALS) {
          gate.stop();
          throw new IOException(name + " was refused too often");
        }
      }
    }
    return null;
  }

  private void chat(AckLog log) throws IOException, InterruptedException {
    String clientId = name + "-" + ++written;
    boolean fromDoctor = random.nextBoolean();
    boolean resends = random.nextBoolean();
    Write write =
        () ->
            fromDoctor
                ? pair.sendFromDoctor(api, "text of " + clientId, clientId)
                : pair.sendFromPatient(api, "text of " + clientId, clientId);
    Outcome outcome =
        attempt(log, MESSAGE, clientId, write, reply -> reply.body().at("/message/seq").asText());
    while (outcome == Outcome.UNKNOWN && resends && gate.pass()) {
      outcome =
          attempt(log, MESSAGE, clientId, write, reply -> reply.body().at("/message/seq").asText());
    }
  }

  private void book(AckLog log) throws IOException, InterruptedException {
    Pair.Slot slot = slots.removeFirst();
    attempt(
        log,
        APPOINTMENT,
        slot.startsAt(),
        () -> pair.book(api, slot),
        reply -> reply.body().at("/appointment/id").asText());
  }

  private void revoke(AckLog log) throws IOException, InterruptedException {
    Api.Reply session;
    try {
      session = pair.patient().logIn(api);
    } catch (IOException e) {
      return;
    }
    if (session.token().isPresent()) {
      String token = session.token().get();
      attempt(
          log,
          REVOCATION,
          token,
          () -> api.post("/api/auth/logout", token, Map.of()),
          reply -> "-");
    }
  }

  private interface Write {
    Api.Reply send() throws IOException, InterruptedException;
  }

  private Outcome attempt(
      AckLog log, Entry.Kind kind, String key, Write write, Function<Api.Reply, String> detail)
      throws IOException, InterruptedException {
    Outcome outcome;
    String added = "-";
    try {
      Api.Reply reply = write.send();
      outcome = outcomeOf(reply.status());
      if (outcome == Outcome.OK) {
        added = detail.apply(reply);
      } else {
        refusals++;
        System.err.println(name + " " + kind + ": " + reply.status() + " " + reply.body());
      }
    } catch (IOException e) {
      outcome = Outcome.UNKNOWN;
    }
    log.append(new Entry(outcome, kind, key, added));
    if (outcome == Outcome.OK) {
      gate.acknowledge();
    }
    return outcome;
  }

  private static Outcome outcomeOf(int status) {
    if (status >= 200 && status < 300) {
      return Outcome.OK;
    }
    return status >= 400 && status < 500 ? Outcome.FAILED : Outcome.UNKNOWN;
  }
}
