package io.healthconnect.rest.http.request;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.healthconnect.rest.rig.Client;
import io.healthconnect.rest.rig.OpenApiContract;
import io.healthconnect.rest.rig.TestServer;
import java.net.URLEncoder;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/**
 * F-01: requests derived from the description of the API, by a doctor and a patient who share an
 * appointment, by another patient, and by nobody. Every reply is one that the description allows,
 * nothing is a failure of the server, and neither of the others reads what belongs to the two. The
 * rounds are those of a build; {@code -Dfuzz.rounds=550} makes more than 100,000 requests.
 */
class SchemaFuzzTest {
  private static final long SEED = 20_260_302;
  private static final int ROUNDS = Integer.getInteger("fuzz.rounds", 25);
  private static final List<String> PRIVATE =
      List.of("dora@example.org", "paul@example.org", "Reason-of-Paul", "Word-of-Paul");
  private static final List<String> VALUES =
      List.of(
          "null",
          "true",
          "-1",
          "0",
          "1",
          "1e9",
          "99999999999999999999",
          "1.5",
          "\"\"",
          "\" \"",
          "\"x\"",
          "\"2026-03-03\"",
          "\"2026-02-30\"",
          "\"09:00\"",
          "\"24:00\"",
          "\"video\"",
          "\"\\u202e\\u0000\"",
          "\"\\ud83d\\ude00\"",
          "\"data:image/png;base64,cG5n\"",
          "[]",
          "{}",
          "[null]",
          "[{}]",
          "{\"$gt\":\"\"}",
          "\"monday\"",
          "\"a@b.c\"",
          "\"Europe/Berlin\"");
  private static final List<String> TEXTS =
      List.of("", "0", "1", "-1", "1e9", "x", "2026-03-03", "2026-13-01", "'", "%00", "é", "a,b");

  private final Random random = new Random(SEED);

  @Test
  void f01NothingDerivedFromTheDescriptionIsAFailure() {
    try (TestServer server = new TestServer()) {
      Client doctor = server.doctor("dora");
      Client patient = server.patient("paul");
      Client other = server.patient("pia");
      Client nobody = server.client();
      String booking = TestServer.booking(doctor, "09:00").replace("a cough", "Reason-of-Paul");
      JsonNode booked = patient.post("/api/appointments", booking).expect(201).json();
      String word = "{\"text\":\"Word-of-Paul\"}";
      patient.post("/api/messages/" + doctor.id(), word).expect(201);
      List<String> ids =
          List.of(doctor.id(), patient.id(), booked.at("/appointment/id").asText(), "x", "%2e%2e");
      int sent = 0;
      for (int round = 0; round < ROUNDS; round++) {
        for (String operation : OpenApiContract.operations()) {
          for (Client actor : List.of(doctor, patient, other, nobody)) {
            server.clock.advance(Duration.ofMinutes(1));
            Client.Answer answer = send(operation, actor, ids);
            if (actor == other || actor == nobody) {
              assertTellsNothing(operation, answer);
            }
            sent++;
          }
        }
        // A session lasts for a week, and so do those who ask.
        stayIn(server, List.of(doctor, patient, other));
      }
      assertEquals(ROUNDS * 4 * OpenApiContract.operations().size(), sent);
      server.client().get("/health/ready").expect(200);
      JsonNode still =
          patient.get("/api/appointments/" + ids.get(2)).expect(200).json().path("appointment");
      assertEquals(doctor.id(), still.at("/doctor/id").asText());
      assertEquals(patient.id(), still.at("/patient/id").asText());
    }
  }

  private static void stayIn(TestServer server, List<Client> people) {
    List<String> names = List.of("dora", "paul", "pia");
    for (int i = 0; i < names.size(); i++) {
      String logIn =
          "{\"email\":\"" + names.get(i) + "@example.org\",\"password\":\"correct horse\"}";
      Client.Answer answer = server.client().post("/api/auth/login", logIn).expect(200);
      people.get(i).withToken(answer.header("Set-Cookie").replaceAll("^token=|;.*", ""));
    }
  }

  private static void assertTellsNothing(String operation, Client.Answer answer) {
    for (String mark : PRIVATE) {
      assertFalse(answer.text().contains(mark), () -> operation + " " + answer.text());
    }
  }

  private Client.Answer send(String operation, Client actor, List<String> ids) {
    String[] words = operation.split(" ");
    // Both stay logged in, so that every round reaches the routes that need a session.
    boolean ends = words[1].endsWith("/logout") || words[1].endsWith("/password");
    String path = words[1].replaceAll("\\{\\w+}", one(ids)) + query(operation);
    var request = actor.builder(path);
    if (!ends && !actor.token().isEmpty()) {
      request.header("Authorization", "Bearer " + actor.token());
    }
    if (words[0].equals("GET") || words[0].equals("DELETE")) {
      request.method(words[0], BodyPublishers.noBody());
    } else {
      request.header("Content-Type", "application/json");
      request.method(words[0], BodyPublishers.ofString(body(operation)));
    }
    Client.Answer answer = actor.send(request);
    String what = "seed " + SEED + ": " + operation + " " + path;
    assertTrue(answer.status() < 500, () -> what + answer.text());
    if (answer.status() >= 400) {
      assertTrue(OpenApiContract.codes().contains(answer.code()), () -> what + answer.text());
    }
    // An empty part of a path, or one of dots, leads to another operation.
    if (!path.contains("%2e")) {
      OpenApiContract.check(words[0], words[1], answer);
    }
    return answer;
  }

  private String query(String operation) {
    List<String> pairs = new ArrayList<>();
    for (JsonNode parameter : OpenApiContract.queryOf(operation)) {
      if (random.nextInt(3) > 0) {
        String value = URLEncoder.encode(one(TEXTS), StandardCharsets.UTF_8);
        pairs.add(parameter.path("name").asText() + "=" + value);
      }
    }
    return pairs.isEmpty() ? "" : "?" + String.join("&", pairs);
  }

  private String body(String operation) {
    List<String> members = new ArrayList<>();
    for (String schema : OpenApiContract.body(operation).stream().toList()) {
      for (String member : OpenApiContract.members(schema)) {
        if (random.nextInt(4) > 0) {
          members.add("\"" + member + "\":" + one(VALUES));
        }
      }
    }
    return "{" + String.join(",", members) + "}";
  }

  private <T> T one(List<T> choices) {
    return choices.get(random.nextInt(choices.size()));
  }
}
