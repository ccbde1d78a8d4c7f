package io.healthconnect.system;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.healthconnect.benchmarks.server.ServerProcess;
import io.healthconnect.mongod.TestDatabase;
import io.healthconnect.mongod.WithMongod;
import io.healthconnect.system.OperatorInputs.Group;
import io.healthconnect.system.OperatorInputs.Input;
import io.healthconnect.system.Operators.Payload;
import io.healthconnect.system.Wire.Answer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * I-05: operators of the query language in every member, parameter, part of a path, header and
 * event, against the runnable jar on MongoDB. A word without meaning goes first everywhere; then
 * the operators must be answered as that word was, or be refused, and make no other query.
 */
@WithMongod
class NoSqlOperatorsIT {
  /** Without it, half of the operators go into one input, and the others into the next. */
  private static final boolean ALL = Boolean.getBoolean("operators.all");

  @TempDir Path folder;

  @Test
  void noOperatorReachesAQuery(TestDatabase database) throws Exception {
    database.raw().drop();
    RunnableJar jar = RunnableJar.in(folder);
    try (ServerProcess server = jar.start(settings(database, jar.port()))) {
      OperatorInputs inputs = OperatorInputs.at(server.base());
      List<Group> reads = inputs.reads();
      List<Group> writes = inputs.writes();
      ProfiledQueries queries = ProfiledQueries.begin(database.raw());
      together(reads, List.of());
      together(writes, List.of());
      Set<String> shapes = queries.shapes();
      Set<String> members = queries.storedMembers();
      long before = queries.count();
      List<Payload> payloads = Operators.all();
      assertEquals(200, payloads.size());

      List<String> wrong = together(reads, payloads);
      wrong.addAll(together(writes, payloads));

      assertTrue(shapes.size() > 60, () -> "shapes " + shapes.size());
      assertTrue(queries.count() > before + 10_000, () -> "commands " + queries.count());
      Set<String> asked = queries.shapes();
      Set<String> stored = queries.storedMembers();
      assertAll(
          () -> assertEquals(List.of(), wrong),
          () -> assertEquals(Set.of(), added(shapes, asked)),
          () -> assertEquals(Set.of(), added(members, stored)));
    }
  }

  private static Set<String> added(Set<String> before, Set<String> after) {
    Set<String> more = new TreeSet<>(after);
    more.removeAll(before);
    return more;
  }

  private static Map<String, String> settings(TestDatabase database, int port) {
    Map<String, String> settings = new HashMap<>();
    settings.put("MONGODB_URI", database.uri());
    settings.put("JWT_SECRET", "kY3vN8qL1xW5zT7mB2cR9dF4gH6jP0sA");
    settings.put("PUBLIC_URL", "http://127.0.0.1:" + port);
    for (String limit :
        List.of(
            "SIGNUPS_PER_MINUTE",
            "LOGINS_PER_MINUTE",
            "LOGIN_FAILURES",
            "IMAGE_UPLOADS_PER_MINUTE",
            "IMAGE_FILES_PER_DAY",
            "EVENTS_PER_SECOND",
            "CHAT_BURST",
            "CHAT_PER_SECOND",
            "CALLS_PER_MINUTE",
            "CALLS_PER_CALLEE_PER_MINUTE")) {
      settings.put("LIMIT_" + limit, "100000");
    }
    return settings;
  }

  /** What was answered otherwise than the harmless word. */
  private static List<String> together(List<Group> groups, List<Payload> payloads)
      throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(8);
    List<String> wrong = new ArrayList<>();
    try {
      List<Callable<List<String>>> tasks = new ArrayList<>();
      groups.forEach(group -> tasks.add(() -> differences(group, payloads)));
      for (Future<List<String>> task : threads.invokeAll(tasks)) {
        wrong.addAll(task.get());
      }
    } finally {
      threads.shutdownNow();
    }
    return wrong;
  }

  private static List<String> differences(Group group, List<Payload> payloads) throws Exception {
    List<String> wrong = new ArrayList<>();
    int turn = 0;
    for (Map.Entry<String, Input> input : group.inputs().entrySet()) {
      turn++;
      Controls controls = new Controls();
      for (Payload harmless : group.harmless()) {
        controls.add(harmless, input.getValue().ask(harmless));
      }
      for (Payload payload : ALL ? payloads : Operators.half(payloads, turn)) {
        Answer answer = input.getValue().ask(payload);
        if (!controls.allow(group.reads(), payload, answer)) {
          wrong.add(group.name() + ' ' + input.getKey() + ' ' + payload.text() + ' ' + answer);
        }
      }
    }
    return wrong;
  }

  /** How the harmless word was answered in one place. */
  private static final class Controls {
    private final Map<Integer, Set<String>> outcomes = new HashMap<>();
    private final Map<Integer, Set<JsonNode>> bodies = new HashMap<>();
    private final Set<Integer> literal = new TreeSet<>();

    void add(Payload harmless, Answer answer) {
      outcomes.computeIfAbsent(harmless.form(), f -> new TreeSet<>()).add(answer.outcome());
      bodies.computeIfAbsent(harmless.form(), f -> new HashSet<>()).add(answer.body());
      if (answer.isDone() && answer.says(harmless.json().asText())) {
        literal.add(harmless.form());
      }
    }

    boolean allow(boolean reads, Payload payload, Answer answer) {
      if (answer.outcome().endsWith("invalid_request")) {
        return true;
      }
      if (answer.outcome().startsWith("5")
          || !outcomes.get(payload.form()).contains(answer.outcome())) {
        return false;
      }
      if (!answer.isDone()) {
        return true;
      }
      return reads
          ? bodies.get(payload.form()).contains(answer.body())
          : !literal.contains(payload.form()) || answer.says(payload.json().asText());
    }
  }
}
