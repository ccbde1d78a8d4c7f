package io.healthconnect.system;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.healthconnect.benchmarks.server.Person;
import io.healthconnect.system.Operators.Payload;
import io.healthconnect.system.Wire.Answer;
import java.net.URI;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicInteger;

/** Every place of every operation and event where a value goes in, with valid values elsewhere. */
final class OperatorInputs {
  private static final TypeReference<Map<String, Object>> MEMBERS = new TypeReference<>() {};
  private static final List<String> HEADERS =
      List.of("Authorization", "Cookie", "User-Agent", "X-Forwarded-For", "X-Request-Id");

  /** One place where a value goes in. */
  interface Input {
    Answer ask(Payload payload) throws Exception;
  }

  /** The inputs of one operation, tried one after the other. */
  record Group(String name, Map<String, Input> inputs) {
    /** An admin's look at the audit log is an entry of it, so no two answers are the same. */
    boolean reads() {
      return name.startsWith("GET ") && !name.equals("GET /api/admin/audit");
    }

    /** Reads must not find what is written. The first is sent twice, as a resend. */
    List<Payload> harmless() {
      return reads()
          ? Operators.harmless("zqx", "zqy", "zqx")
          : Operators.harmless("wkx", "wky", "wkx");
    }
  }

  private final URI base;
  private final AtomicInteger count = new AtomicInteger();
  private final List<Group> reads = new ArrayList<>();
  private final List<Group> writes = new ArrayList<>();

  private OperatorInputs(URI base) {
    this.base = base;
  }

  static OperatorInputs at(URI base, Person admin) throws Exception {
    OperatorInputs inputs = new OperatorInputs(base);
    inputs.fill(OperatorScene.at(base, admin));
    return inputs;
  }

  List<Group> reads() {
    return reads;
  }

  /** The events too. */
  List<Group> writes() {
    return writes;
  }

  /** Each operation must be in the scene unless it has no inputs. */
  private void fill(OperatorScene scene) throws Exception {
    Map<String, OpenApiInputs.Inputs> described = OpenApiInputs.read();
    Set<String> without = new TreeSet<>(described.keySet());
    for (OperatorScene.Operation operation : scene.operations()) {
      OpenApiInputs.Inputs inputs = described.get(operation.name());
      assertEquals(inputs.of("body").isEmpty(), operation.body().isEmpty(), operation.name());
      Group group = new Group(operation.name(), new TreeMap<>());
      addressed(operation, inputs, group.inputs());
      headers(operation, inputs, group.inputs());
      body(operation, group.inputs());
      (group.reads() ? reads : writes).add(group);
      without.remove(operation.name());
    }
    without.removeIf(name -> described.get(name).names().isEmpty());
    assertEquals(Set.of(), without);
    for (OperatorScene.Event event : scene.events()) {
      writes.add(new Group(event.name(), events(event)));
    }
  }

  private void addressed(
      OperatorScene.Operation operation,
      OpenApiInputs.Inputs described,
      Map<String, Input> inputs) {
    String pattern = operation.name().substring(operation.name().indexOf(' ') + 1);
    String[] path = operation.path().split("\\?");
    if (pattern.contains("{")) {
      String query = path.length > 1 ? '?' + path[1] : "";
      inputs.put(
          "path",
          payload ->
              send(
                  operation,
                  pattern.replaceAll("\\{\\w+}", Wire.encoded(payload.text())) + query,
                  Map.of(),
                  operation.body()));
    }
    for (String name : described.of("query")) {
      String others = path.length > 1 ? path[1].replaceAll("\\b" + name + "=[^&]*&?", "") : "";
      inputs.put(
          "?" + name,
          payload ->
              send(
                  operation,
                  path[0] + '?' + others + '&' + payload.asQuery(name),
                  Map.of(),
                  operation.body()));
    }
  }

  private void headers(
      OperatorScene.Operation operation,
      OpenApiInputs.Inputs described,
      Map<String, Input> inputs) {
    List<String> names = new ArrayList<>(described.of("header"));
    if (operation.name().equals("GET /api/auth/me")) {
      names.addAll(HEADERS);
    }
    for (String name : names) {
      inputs.put(
          name,
          payload ->
              send(
                  operation,
                  operation.path(),
                  Map.of(name, beginning(name) + payload.asHeader()),
                  operation.body()));
    }
  }

  private static String beginning(String header) {
    return switch (header) {
      case "Authorization" -> "Bearer ";
      case "Cookie" -> "token=";
      default -> "";
    };
  }

  private void body(OperatorScene.Operation operation, Map<String, Input> inputs) throws Exception {
    if (operation.body().isEmpty()) {
      return;
    }
    JsonNode right = Wire.JSON.readTree(operation.body());
    for (String member : pointers(right, "")) {
      inputs.put(
          member,
          payload ->
              send(
                  operation,
                  operation.path(),
                  Map.of(),
                  changed(right, member, payload.json()).toString()));
    }
    inputs.put(
        "a member more",
        payload ->
            send(operation, operation.path(), Map.of(), withMember(right, payload).toString()));
  }

  private Answer send(
      OperatorScene.Operation operation, String path, Map<String, String> more, String body)
      throws Exception {
    Map<String, String> headers = new HashMap<>();
    if (!operation.token().isEmpty() && !more.containsKey("Cookie")) {
      headers.put("Authorization", "Bearer " + operation.token());
    }
    if (!body.isEmpty()) {
      headers.put("Content-Type", "application/json");
    }
    headers.putAll(more);
    String each = body.replace(OperatorScene.COUNT, Integer.toString(count.incrementAndGet()));
    return Wire.send(base.resolve(path), operation.method(), headers, each);
  }

  private Map<String, Input> events(OperatorScene.Event event) throws Exception {
    Map<String, Input> inputs = new TreeMap<>();
    JsonNode right = Wire.JSON.readTree(event.payload());
    SocketIoClient socket = SocketIoClient.connect(base, event.token());
    for (String member : pointers(right, "")) {
      inputs.put(
          member,
          payload -> {
            JsonNode sent = changed(right, member, payload.json());
            JsonNode ack = socket.emit(event.name(), Wire.JSON.convertValue(sent, MEMBERS));
            boolean done = ack.path("ok").asBoolean();
            return new Answer(done ? "ok" : ack.at("/error/code").asText(), ack);
          });
    }
    return inputs;
  }

  private static List<String> pointers(JsonNode node, String at) {
    List<String> found = new ArrayList<>();
    node.properties()
        .forEach(
            member -> {
              String here = at + '/' + member.getKey();
              found.add(here);
              found.addAll(pointers(member.getValue(), here));
            });
    if (node.path(0).isObject()) {
      found.addAll(pointers(node.get(0), at + "/0"));
    }
    return found;
  }

  private static JsonNode changed(JsonNode right, String member, JsonNode value) {
    JsonNode root = right.deepCopy();
    int slash = member.lastIndexOf('/');
    ((ObjectNode) root.at(member.substring(0, slash))).set(member.substring(slash + 1), value);
    return root;
  }

  private static JsonNode withMember(JsonNode right, Payload payload) {
    ObjectNode root = right.deepCopy();
    return root.set(payload.text(), payload.json());
  }
}
