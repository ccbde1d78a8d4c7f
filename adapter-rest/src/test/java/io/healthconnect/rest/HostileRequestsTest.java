package io.healthconnect.rest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.healthconnect.rest.http.Access;
import io.healthconnect.rest.http.Route;
import io.healthconnect.rest.http.TrustedProxies;
import io.healthconnect.testkit.wire.RawClient;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Requests that no honest client sends, each with its answer. */
class HostileRequestsTest {
  private static final String LOGIN =
      "POST /api/auth/login HTTP/1.1\nHost: x\nContent-Type: application/json\n";
  private static final int LIMIT = 65_536;

  @Test
  void h04LengthsThatAreTooLongOrLies() {
    try (TestServer server = new TestServer()) {
      String wrong = "Content-Length: ";
      String chunked = LOGIN + "Transfer-Encoding: chunked\n";
      try (RawClient client = new RawClient(server.server.port())) {
        assertEquals(413, client.status(LOGIN + wrong + (LIMIT + 1) + '\n'));
      }
      // No end comes: it is refused after 64 KiB more than the limit at the latest.
      String chunk = "2000\r\n" + " ".repeat(8_192) + "\r\n";
      try (RawClient client = new RawClient(server.server.port())) {
        client.send(bytes(chunked.replace("\n", "\r\n") + "\r\n"));
        client.send(List.of(bytes(chunk.repeat((LIMIT + 65_536) / 8_192))));
        assertEquals(413, client.status());
      }
      for (String length : List.of("-1", "+5", "x", "5 5", "0x5", "99999999999999999999")) {
        assertEquals(List.of(400), answers(server, LOGIN + wrong + length + '\n', "{}"), length);
      }
      assertEquals(List.of(400), answers(server, LOGIN + wrong + "100\n", "{\"email\":"));
      // What follows the short body is a request of its own, if the server reads it at all.
      String rest = "{\"email\":1}\r\n\r\n";
      assertEquals(Set.of(400), Set.copyOf(answers(server, LOGIN + wrong + "5\n", rest)));
      String twice = LOGIN + wrong + "2\n" + wrong;
      assertEquals(List.of(400), answers(server, twice + "3\n", "{}"));
      assertEquals(List.of(400), answers(server, chunked + wrong + "2\n", "2\r\n{}\r\n0\r\n\r\n"));
      for (String broken : List.of("zz\r\n{}", "ffffffffffffffff\r\n{}", "-1\r\n{}", "2\r\n{}")) {
        assertEquals(List.of(400), answers(server, chunked, broken), broken);
      }
    }
  }

  @Test
  void h07HeadersAndMethods() {
    String get = "GET /health/live HTTP/1.1\nHost: x\n";
    Map<String, Integer> table = new LinkedHashMap<>();
    table.put(get, 200);
    table.put(get + "Cookie: " + many(700, "c%d=x; ") + '\n', 200);
    table.put(get + many(700, "Cookie: c%d=x\n"), 431);
    table.put(get + "Accept: " + many(700, "a/b;q=0.1,") + '\n', 200);
    table.put(get + "Accept-Encoding: " + many(700, "gzip;q=0.5,") + '\n', 200);
    table.put(get + many(200, "X-%d: a\n"), 200);
    table.put(get + "Host: x\n", 400);
    table.put(get + "Host: y\n", 400);
    table.put(get.replace("Host: x\n", ""), 400);
    table.put(get.replace("/health", "http://x/health"), 200);
    table.put(get.replace("/health", "http://y/health"), 400);
    table.put(get.replace("/health", "ftp://x/health"), 200);
    for (String method : "TRACE TRACK BREW PATCH PROPFIND get X".split(" ")) {
      table.put(get.replace("GET", method), 405);
    }
    table.put(get.replace("GET /health/live", "CONNECT x:80"), 405);
    table.put(get.replace("GET /health/live", "OPTIONS *"), 404);
    table.put(get.replace("GET", "G".repeat(9_000)), 431);
    table.put(get + "X:" + "x".repeat(9_000) + '\n', 431);
    table.put(get + "Range: bytes=" + many(700, "0-%d,") + '\n', 200);
    table.put(get + "If-Match: " + many(700, "\"%d\",") + '\n', 200);
    table.put(get + "Expect: the-spanish-inquisition\n", 400);
    List<String> wrong = new ArrayList<>();
    try (TestServer server = new TestServer()) {
      table.forEach(
          (head, status) -> {
            List<Integer> answers = answers(server, head, "");
            if (!answers.equals(List.of(status))) {
              wrong.add(head.substring(0, Math.min(60, head.length())) + answers);
            }
          });
    }
    assertEquals(List.of(), wrong);
  }

  private static String many(int count, String each) {
    return IntStream.range(0, count).mapToObj(each::formatted).collect(Collectors.joining());
  }

  @Test
  void h11AnObjectOf60000Members() {
    try (TestServer server = new TestServer()) {
      Client doctor = server.doctor("dora");
      Client patient = server.patient("paul");
      patient.post("/api/appointments", TestServer.booking(doctor, "09:00")).expect(201);
      String members = '{' + many(60_000, "\"k%d\":1,") + "\"text\":\"x\"}";
      patient.put("/api/patients/me", members).expect(413, "too_large");
      // Where an image may be, the body may be larger; its members may not be more.
      patient.post("/api/messages/" + doctor.id(), members).expect(400, "invalid_request");
    }
  }

  @Test
  void g15ATokenInTheAddressOpensNothing() {
    try (TestServer server = new TestServer()) {
      Client patient = server.patient("paul");
      Client anyone = server.client();
      int guarded = 0;
      for (Route route : server.server.routes()) {
        if (route.who() != Access.ANYONE) {
          guarded++;
          String path = route.path().replaceAll("\\{\\w+}", patient.id());
          for (String name : List.of("token", "access_token", "__Host-token", "Authorization")) {
            String query = '?' + name + '=' + patient.token();
            anyone.send(route.method(), path + query, null).expect(401, "unauthenticated");
          }
        }
      }
      assertEquals(32, guarded);
    }
  }

  @Test
  void h12SpoofedAddressesPassNoLimit() {
    try (TestServer server = new TestServer()) {
      spoofed(server, "%s");
    }
    try (TestServer server = new TestServer(behindAProxy())) {
      spoofed(server, "%s, 203.0.113.7");
    }
  }

  private static RestSettings behindAProxy() {
    RestSettings local = RestSettings.local(0);
    return new RestSettings(
        local.host(),
        0,
        local.publicUrl(),
        local.allowedOrigins(),
        local.signalingUrl(),
        local.imageSources(),
        TrustedProxies.parse(List.of("127.0.0.1")),
        local.sessionLife(),
        local.ice(),
        local.limits());
  }

  /** Of a thousand log-ins and sign-ups twenty each are looked at: the clock stands still. */
  private static void spoofed(TestServer server, String forwarded) {
    for (String route : List.of("/api/auth/login", "/api/auth/signup")) {
      Map<Integer, Integer> answers = new TreeMap<>();
      for (int i = 0; i < 1_000; i++) {
        String address = "10." + i % 250 + ".0." + i / 250;
        String[] headers =
            Stream.of(
                    "X-Forwarded-For",
                    forwarded.formatted(address),
                    "X-Real-IP",
                    address,
                    "Forwarded",
                    "for=" + address,
                    "True-Client-IP",
                    address,
                    "X-Client-IP",
                    address)
                .toArray(String[]::new);
        int status = server.client().send("POST", route, "{}", headers).status();
        answers.merge(status, 1, Integer::sum);
      }
      assertEquals(Map.of(400, 20, 429, 980), answers, route);
    }
  }

  @Test
  void h09NoReadIsMadeExpensive() {
    try (TestServer server = new TestServer()) {
      Client doctor = server.doctor("dora");
      Client patient = server.patient("paul");
      patient.post("/api/appointments", TestServer.booking(doctor, "09:00")).expect(201);
      int cells = 0;
      for (String operation : OpenApiContract.operations()) {
        String path = operation.substring(4).replaceAll("\\{\\w+}", doctor.id());
        List<JsonNode> parameters = OpenApiContract.queryOf(operation);
        if (operation.startsWith("GET ") && !parameters.isEmpty()) {
          String slots = path.endsWith("/slots") ? "?from=2026-03-03&to=2026-03-04" : "?";
          Client reader = OpenApiContract.isForDoctors(operation) ? doctor : patient;
          reader.get(path + slots).expect(200);
          for (JsonNode parameter : parameters) {
            cells += refusals(reader, path + slots, parameter);
          }
        }
      }
      assertTrue(cells > 150, "cells " + cells);
    }
  }

  private static int refusals(Client client, String path, JsonNode parameter) {
    String name = parameter.path("name").asText();
    String others = path.replaceAll("(?<=[?&])" + name + "=[^&]*&?", "");
    List<String> values = hostile(name, parameter.path("schema"));
    for (String value : values) {
      String query = '&' + name + '=' + URLEncoder.encode(value, StandardCharsets.UTF_8);
      Client.Answer answer = client.get(others + query);
      assertEquals(400, answer.status(), () -> path + query + " " + answer.text());
    }
    client.get(others + '&' + name + "=1&" + name + "=2").expect(400, "invalid_request");
    return values.size() + 1;
  }

  private static List<String> hostile(String name, JsonNode schema) {
    String numbers = "1e9 -1 x NaN Infinity 99999999999999999999 0x10 $gt {\"$gt\":0} 1,2";
    boolean text = schema.path("maxLength").asInt() > 0;
    return switch (schema.path("type").asText() + (text ? " text" : "")) {
      case "integer" ->
          List.of((numbers + " 1.5" + (schema.has("maximum") ? " 1000000000" : "")).split(" "));
      case "number" -> List.of(numbers.split(" "));
      case "string text" -> List.of("x".repeat(201));
      default ->
          name.equals("cursor")
              ? List.of("x", "{\"$ne\":1}", "AAAA", "../..", "x".repeat(2_000))
              : Stream.of("password", "$where", "{\"$ne\":1}", "-1", "9999-99-99", "a.b")
                  .filter(value -> !value.matches(schema.path("pattern").asText("never")))
                  .toList();
    };
  }

  /** What the requests of one connection are answered with, up to its end. */
  private static List<Integer> answers(TestServer server, String head, String body) {
    List<Integer> answers = new ArrayList<>();
    try (RawClient client = new RawClient(server.server.port())) {
      client.send(List.of(bytes(head.replace("\n", "\r\n") + "\r\n" + body)));
      client.endInput();
      for (int status = client.status(); status != 0; status = client.status()) {
        answers.add(status);
        client.skipBody();
      }
    }
    return answers;
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.ISO_8859_1);
  }
}
