package io.healthconnect.system;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.healthconnect.benchmarks.server.Api;
import io.healthconnect.benchmarks.server.Descriptions;
import io.healthconnect.benchmarks.server.Pair;
import io.healthconnect.benchmarks.server.ServerProcess;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.yaml.snakeyaml.Yaml;

/** The events of a running server have the members that its own AsyncAPI document names. */
class AsyncApiIT {
  @TempDir Path folder;

  @Test
  void aMessageAndACallAreAsDescribed() throws Exception {
    try (ServerProcess server = RunnableJar.in(folder).start(RunnableJar.withoutRates())) {
      URI base = server.base();
      JsonNode document = document(base);
      Pair pair = Pair.create(new Api(base), "async");
      String doctor = pair.doctor().id();
      String patient = pair.patient().id();
      try (SocketIoClient caller = SocketIoClient.connect(base, pair.doctor().token());
          SocketIoClient callee = SocketIoClient.connect(base, pair.patient().token())) {
        pair.sendFromPatient(new Api(base), "hello", "async-1").expect(201);
        check(document, "newMessage", caller.next("newMessage"));
        callee.emit("typing", Map.of("to", doctor));
        check(document, "typing", caller.next("typing"));
        String sdp = Descriptions.sdp("async");
        caller.emit(
            "call-user", Map.of("to", patient, "offer", Map.of("type", "offer", "sdp", sdp)));
        check(document, "call-made", callee.next("call-made"));
        callee.emit(
            "answer-call", Map.of("to", doctor, "answer", Map.of("type", "answer", "sdp", sdp)));
        check(document, "call-answered", caller.next("call-answered"));
        String line = "candidate:1 1 udp 1 203.0.113.77 9 typ host";
        caller.emit("ice-candidate", Map.of("to", patient, "candidate", Map.of("candidate", line)));
        check(document, "ice-candidate", callee.next("ice-candidate"));
        caller.emit("call-end", Map.of("to", patient));
        check(document, "call-end", callee.next("call-end"));
        Map<String, String> about =
            Map.of(
                "appointmentId",
                pair.meet(new Api(base)).expect(201).body().at("/appointment/id").asText());
        callee.emit("waiting-join", about);
        check(document, "waiting-updated", caller.next("waiting-updated"));
        caller.emit("admit", about);
        check(document, "admitted", callee.next("admitted"));
      }
    }
  }

  private static JsonNode document(URI base) throws Exception {
    HttpRequest request = HttpRequest.newBuilder(base.resolve("/asyncapi.yaml")).build();
    String text = HttpClient.newHttpClient().send(request, BodyHandlers.ofString()).body();
    return new ObjectMapper().valueToTree(new Yaml().<Object>load(text));
  }

  private static void check(JsonNode document, String event, JsonNode payload) {
    JsonNode described = message(document, event).at("/payload/properties");
    assertEquals(names(described), names(payload), event);
  }

  /** The message that the server sends under this name. */
  private static JsonNode message(JsonNode document, String event) {
    for (Map.Entry<String, JsonNode> each : document.at("/components/messages").properties()) {
      if (each.getKey().startsWith("receive")
          && each.getValue().path("name").asText().equals(event)) {
        return each.getValue();
      }
    }
    throw new AssertionError("the document lacks " + event);
  }

  private static Set<String> names(JsonNode object) {
    Set<String> names = new TreeSet<>();
    object.fieldNames().forEachRemaining(names::add);
    return names;
  }
}
