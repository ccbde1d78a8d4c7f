package io.healthconnect.system;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.healthconnect.benchmarks.server.Api;
import io.healthconnect.benchmarks.server.Pair;
import io.healthconnect.benchmarks.server.ServerProcess;
import io.opentelemetry.proto.trace.v1.Span;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Traces tell a collector how requests went, and nothing of people. */
class OtlpIT {
  private static final String MARK = "mark-7f3a9c";
  private static final String TRACE = "4bf92f3577b34da6a3ce929d0e0e4736";
  private static final String PARENT = "00-" + TRACE + "-00f067aa0ba902b7-01";

  @TempDir Path folder;

  @Test
  void requestsAndWhatTheyAskTheStoreForAreTraced() throws Exception {
    RunnableJar jar = RunnableJar.in(folder);
    try (TraceCollector collector = new TraceCollector()) {
      Map<String, String> settings = new HashMap<>(RunnableJar.withoutRates());
      settings.put("OTLP_ENDPOINT", collector.url());
      settings.put("TRUSTED_PROXIES", "127.0.0.1");
      try (ServerProcess server = jar.start(settings)) {
        Api api = new Api(server.base());
        Pair pair = Pair.create(api, MARK);
        JsonNode sent = pair.sendFromPatient(api, "A word of " + MARK, MARK).expect(201).body();
        api.get("/api/appointments/none", pair.patient().token()).expect(404);
        get(server.base(), "/api/doctors/" + pair.doctor().id());

        Span message =
            collector.await(span -> span.getName().equals("POST /api/messages/{userId}"));
        assertEquals(Span.SpanKind.SPAN_KIND_SERVER, message.getKind());
        assertEquals("201", attribute(message, "http.response.status_code"));
        assertEquals("/api/messages/{userId}", attribute(message, "http.route"));
        assertNotEquals(TRACE, hex(message.getTraceId().toByteArray()));
        Span stored =
            collector.await(
                span ->
                    span.getParentSpanId().equals(message.getSpanId())
                        && span.getName().equals("MessageRepository.appendForAbsent"));
        assertEquals("sqlite", attribute(stored, "db.system.name"));
        Span missing = collector.await(span -> span.getName().equals("GET /api/appointments/{id}"));
        assertEquals("not_found", attribute(missing, "error.type"));
        Span followed = collector.await(span -> span.getName().equals("GET /api/doctors/{id}"));
        assertEquals(TRACE, hex(followed.getTraceId().toByteArray()));

        String all = collector.received();
        assertTrue(all.contains("health-connect"), "the name of the service");
        for (String secret :
            List.of(
                MARK,
                pair.doctor().id(),
                pair.patient().id(),
                pair.patient().token(),
                sent.at("/message/id").asText())) {
          assertFalse(all.contains(secret), secret);
        }
      }
    }
  }

  @Test
  void withoutACollectorNothingOfTheLibraryIsLoaded() throws Exception {
    RunnableJar jar = RunnableJar.in(folder);
    Path classes = folder.resolve("classes.txt");
    Map<String, String> settings =
        Map.of("JAVA_TOOL_OPTIONS", "-Xlog:class+load=info:file=" + classes);
    try (ServerProcess server = jar.start(settings)) {
      Pair.create(new Api(server.base()), "plain");
    }
    String loaded = Files.readString(classes);
    assertTrue(loaded.contains("io.healthconnect.bootstrap.telemetry.Tracing "), "the seam");
    assertFalse(loaded.contains("io.opentelemetry."), "the library");
  }

  /** Asks as a proxy does that is part of a trace. */
  private static void get(URI base, String path) throws Exception {
    HttpRequest request =
        HttpRequest.newBuilder(base.resolve(path)).header("traceparent", PARENT).build();
    assertEquals(
        200, HttpClient.newHttpClient().send(request, BodyHandlers.discarding()).statusCode());
  }

  private static String attribute(Span span, String name) {
    return span.getAttributesList().stream()
        .filter(attribute -> attribute.getKey().equals(name))
        .map(
            attribute ->
                attribute.getValue().hasIntValue()
                    ? Long.toString(attribute.getValue().getIntValue())
                    : attribute.getValue().getStringValue())
        .findFirst()
        .orElse("");
  }

  private static String hex(byte[] id) {
    return HexFormat.of().formatHex(id);
  }
}
