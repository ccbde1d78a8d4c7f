package io.healthconnect.system;

import com.fasterxml.jackson.databind.JsonNode;
import io.healthconnect.system.OperatorInputs.Group;
import io.healthconnect.system.OperatorInputs.Input;
import io.healthconnect.system.Operators.Payload;
import io.healthconnect.system.Wire.Answer;
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

/** The answers to the harmless word in one place. */
final class Controls {

  /** Which payloads go into an input. */
  interface Choice {
    /**
     * @param turn counts the inputs of an operation
     */
    List<Payload> of(int turn);
  }

  private static final int TRIES = 3;

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

  /** Answers that differ from those to the harmless word. */
  static List<String> together(List<Group> groups, Choice choice) throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(8);
    List<String> wrong = new ArrayList<>();
    try {
      List<Callable<List<String>>> tasks = new ArrayList<>();
      groups.forEach(group -> tasks.add(() -> differences(group, choice)));
      for (Future<List<String>> task : threads.invokeAll(tasks)) {
        wrong.addAll(task.get());
      }
    } finally {
      threads.shutdownNow();
    }
    return wrong;
  }

  private static List<String> differences(Group group, Choice choice) throws Exception {
    List<String> wrong = new ArrayList<>();
    int turn = 0;
    for (Map.Entry<String, Input> input : group.inputs().entrySet()) {
      turn++;
      Controls controls = new Controls();
      for (Payload harmless : group.harmless()) {
        controls.add(harmless, answer(input.getValue(), harmless));
      }
      for (Payload payload : choice.of(turn)) {
        Answer answer = answer(input.getValue(), payload);
        if (!controls.allow(group.reads(), payload, answer)) {
          wrong.add(group.name() + ' ' + input.getKey() + ' ' + payload.text() + ' ' + answer);
        }
      }
    }
    return wrong;
  }

  /** A store that is busy for once is asked again, as a client does. */
  private static Answer answer(Input input, Payload payload) throws Exception {
    Answer answer = input.ask(payload);
    for (int i = 1; i < TRIES && answer.outcome().equals("503 unavailable"); i++) {
      answer = input.ask(payload);
    }
    return answer;
  }
}
