package io.healthconnect.rest.http.request;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import io.healthconnect.rest.rig.Client;
import io.healthconnect.rest.rig.TestServer;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class BadInputTest {
  private TestServer server;
  private Client patient;

  @BeforeAll
  void start() {
    server = new TestServer();
    patient = server.patient("paul");
  }

  @AfterAll
  void stop() {
    server.close();
  }

  private Client.Answer put(byte[] body, String... headers) {
    var request =
        patient
            .builder("/api/patients/me")
            .header("Authorization", "Bearer " + patient.token())
            .PUT(BodyPublishers.ofByteArray(body));
    if (headers.length > 0) {
      request.headers(headers);
    }
    return patient.send(request);
  }

  private Client.Answer put(String body) {
    return put(body.getBytes(StandardCharsets.UTF_8), "Content-Type", "application/json");
  }

  @Test
  void bombsAndSloppyJsonAreRefused() {
    String many =
        IntStream.range(0, 257).mapToObj(i -> "\"k" + i + "\":1").collect(Collectors.joining(","));
    List<String> bodies =
        List.of(
            "[".repeat(20_000),
            "{\"gender\":" + "9".repeat(60_000) + "}",
            "{\"gender\":1e999999999}",
            "{" + many + "}",
            "{\"allergies\":\"" + "x".repeat(16_385) + "\"}",
            "{\"gender\":\"\\ud800\"}",
            "{\"gender\":\"a\\u0000\"}",
            "\uFEFF{}",
            "{\"gender\":\"x\",\"gender\":\"y\"}",
            "{} {}",
            "{}x",
            "{/*c*/}",
            "{'gender':'x'}",
            "{\"gender\":NaN}",
            "{gender:\"x\"}",
            "{\"gender\":\"x\",}",
            "",
            " ",
            "null",
            "[]",
            "1",
            "\"x\"",
            "{\"id\":\"x\"}",
            "{\"$set\":{}}",
            "{\"__proto__\":{}}",
            "{\"role\":\"admin\"}");
    for (String body : bodies) {
      Client.Answer answer = put(body).expect(400, "invalid_request");
      assertEquals(1, answer.json().path("errors").size(), body);
      assertFalse(answer.text().contains("$set"));
    }
    for (byte[] bytes :
        List.of(
            new byte[] {'{', '"', (byte) 0xC3, '"', ':', '1', '}'},
            "{\"gender\":\"x\"}".getBytes(StandardCharsets.UTF_16))) {
      put(bytes, "Content-Type", "application/json").expect(400, "invalid_request");
    }
  }

  @Test
  void valuesOfTheWrongTypeAreRefused() {
    for (String field :
        List.of("name", "dateOfBirth", "gender", "bloodGroup", "allergies", "contactNumber")) {
      for (String value :
          List.of("1", "1.5", "true", "false", "[]", "{}", "[\"x\"]", "{\"$gt\":\"\"}")) {
        Client.Answer answer =
            put("{\"" + field + "\":" + value + "}").expect(400, "invalid_request");
        assertEquals(field, answer.json().at("/errors/0/field").asText(), value);
      }
    }
    Client doctor = server.doctor("typa");
    for (String field : List.of("experience", "slotMinutes", "horizonDays", "autoConfirm")) {
      for (String value : List.of("\"1\"", "\"\"", "1.5", "[]", "{}", "[1]", "\"true\"")) {
        doctor
            .put("/api/doctors/me", "{\"" + field + "\":" + value + "}")
            .expect(400, "invalid_request");
      }
    }
  }

  @Test
  void limitsAreExact() {
    String open = "{\"allergies\":\"\"}";
    for (int size : new int[] {65_535, 65_536}) {
      put(open + " ".repeat(size - open.length())).expect(200);
    }
    put(open + " ".repeat(65_537 - open.length())).expect(413, "too_large");
    put("{\"gender\":" + "[".repeat(31) + "]".repeat(31) + "}").expect(400, "invalid_request");
    put("{\"allergies\":\"" + "x".repeat(2_000) + "\"}").expect(200);
    put("{\"allergies\":\"" + "x".repeat(2_001) + "\"}").expect(400, "invalid_request");
  }

  @Test
  void onlyPlainJsonIsRead() {
    byte[] body = "{}".getBytes(StandardCharsets.UTF_8);
    put(body).expect(415, "unsupported_media_type");
    for (String type :
        List.of(
            "text/plain",
            "application/x-www-form-urlencoded",
            "multipart/form-data; boundary=x",
            "application/json; charset=utf-16",
            "application/jsonx")) {
      put(body, "Content-Type", type).expect(415, "unsupported_media_type");
    }
    put(body, "Content-Type", "application/json", "Content-Encoding", "gzip")
        .expect(415, "unsupported_media_type");
    put(body, "Content-Type", "application/json;charset=UTF-8").expect(200);
  }

  @Test
  void unknownPathsAndMethodsSayWhatIsOffered() {
    patient.get("/api/nothing").expect(404, "not_found");
    patient.get("/api/auth/me/").expect(404, "not_found");
    for (String method : List.of("PUT", "PATCH", "DELETE", "TRACEX", "OPTIONS")) {
      Client.Answer answer =
          patient.send(method, "/api/auth/me", null).expect(405, "method_not_allowed");
      assertEquals("GET, HEAD", answer.header("Allow"), method);
    }
    assertEquals(
        "GET, HEAD, POST",
        patient.delete("/api/appointments").expect(405, "method_not_allowed").header("Allow"));
    assertEquals(200, patient.send("HEAD", "/api/auth/me", null).status());
    assertEquals(401, server.client().send("HEAD", "/api/auth/me", null).status());
  }

  /** B-03. */
  @Test
  void everyReplyHasTheHeaders() {
    for (Client.Answer answer :
        List.of(
            patient.get("/api/auth/me"),
            patient.get("/nothing"),
            patient.get("/docs"),
            patient.get("/api/doctors/a%2Fb"),
            patient.get("/" + "x".repeat(4_200)),
            patient.send("GET", "/long", null, "X-Long", "x".repeat(9_000)))) {
      assertEquals("nosniff", answer.header("X-Content-Type-Options"), answer::text);
      assertEquals("no-referrer", answer.header("Referrer-Policy"));
      assertEquals("same-origin", answer.header("Cross-Origin-Opener-Policy"));
      assertEquals("same-origin", answer.header("Cross-Origin-Resource-Policy"));
      assertEquals(
          "camera=(self), microphone=(self), geolocation=(), payment=(), usb=()",
          answer.header("Permissions-Policy"));
      assertFalse(answer.header("Content-Security-Policy").isEmpty());
      assertFalse(answer.header("X-Request-Id").isEmpty());
      assertEquals("", answer.header("Server"));
    }
    assertEquals("no-store", patient.get("/api/auth/me").header("Cache-Control"));
    patient.get("/api/doctors/a%2Fb").expect(400, "invalid_request");
    patient.get("/" + "x".repeat(4_095)).expect(404, "not_found");
    patient.get("/" + "x".repeat(4_096)).expect(414, "uri_too_long");
    patient
        .send("GET", "/long", null, "X-Long", "x".repeat(9_000))
        .expect(431, "headers_too_large");
  }
}
