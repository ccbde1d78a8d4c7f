package io.healthconnect.rest.http.admission;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.healthconnect.rest.rig.Client;
import io.healthconnect.rest.rig.OpenApiContract;
import io.healthconnect.rest.rig.RightRequests;
import io.healthconnect.rest.rig.RightRequests.Good;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Z-04: nobody sets what the server sets, whatever else a request says. */
class MassAssignmentTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String STRANGER = "somebody-else";

  /** Forty members of stored things, of other databases, and of languages. */
  private static final List<String> HOSTILE =
      List.of(
          ("id _id uuid role roles isAdmin admin ownerId userId accountId senderId receiverId"
                  + " patientId doctorId sender from by createdAt updatedAt startsAt endsAt readAt seq"
                  + " version status verified approval disabled passwordHash credentials sessionId"
                  + " history notesVersions deleted $set $where __proto__ constructor prototype a.b")
              .split(" "));

  private static final List<String> HEADERS =
      List.of("X-User-Id", STRANGER, "X-Role", "admin", "X-HTTP-Method-Override", "DELETE");

  /** What the people of the requests have, as they see it themselves. */
  private static String everything(RightRequests requests) {
    List<String> all = new ArrayList<>();
    for (Client one : List.of(requests.doctor, requests.patient)) {
      for (String path : List.of("/api/auth/me", "/api/appointments", "/api/messages")) {
        all.add(one.get(path).expect(200).text());
      }
    }
    all.add(requests.patient.get("/api/patients/me").expect(200).text());
    all.add(requests.doctor.get("/api/patients").expect(200).text());
    all.add(requests.patient.get("/api/doctors").expect(200).text());
    // What is free next depends on the time of day.
    return String.join("\n", all).replaceAll("\"nextFreeAt\":.*?\\]", "");
  }

  @Test
  void z04NoMemberMoreIsTaken() throws Exception {
    assertEquals(40, Set.copyOf(HOSTILE).size());
    try (RightRequests requests = new RightRequests()) {
      String before = everything(requests);
      List<String> taken = new ArrayList<>();
      int cells = 0;
      for (Good good : requests.all()) {
        Set<String> known = OpenApiContract.members(good.schema());
        for (String member : HOSTILE) {
          for (JsonNode body : withMember(good.body(), member, known)) {
            Client.Answer answer = requests.send(good, JSON.writeValueAsBytes(body));
            if (answer.status() != 400 || !answer.code().equals("invalid_request")) {
              taken.add(good.operation() + " " + member + ": " + answer.status());
            }
            cells++;
          }
        }
      }
      assertEquals(List.of(), taken);
      assertTrue(cells > 800, "cells " + cells);
      assertEquals(before, everything(requests));
    }
  }

  /** The member in the object itself, and in the first object of each of its lists. */
  private static List<JsonNode> withMember(String body, String member, Set<String> known)
      throws Exception {
    List<JsonNode> changed = new ArrayList<>();
    if (!known.contains(member)) {
      changed.add(((ObjectNode) JSON.readTree(body)).put(member, STRANGER));
    }
    for (Map.Entry<String, JsonNode> part : JSON.readTree(body).properties()) {
      if (part.getValue().path(0).isObject()) {
        JsonNode root = JSON.readTree(body);
        ((ObjectNode) root.at("/" + part.getKey() + "/0")).put(member, STRANGER);
        changed.add(root);
      }
    }
    return changed;
  }

  /** In the query and in headers the same words do nothing. */
  @Test
  void z04QueryAndHeadersSetNothing() throws Exception {
    StringBuilder query = new StringBuilder();
    for (String member : HOSTILE) {
      query.append(query.isEmpty() ? '?' : '&').append(member).append('=').append(STRANGER);
    }
    try (RightRequests requests = new RightRequests()) {
      for (Good good : requests.all()) {
        byte[] body = good.body().getBytes(StandardCharsets.UTF_8);
        Client.Answer answer =
            requests.send(good, good.path() + query, body, HEADERS.toArray(String[]::new));
        int status = answer.status();
        assertTrue(status < 300, () -> good.operation() + " " + status + answer.text());
      }
      String after = everything(requests);
      assertTrue(!after.contains(STRANGER) && !after.contains("\"admin\""), after);
      String self = requests.patient.get("/api/auth/me").json().at("/user/id").asText();
      assertEquals(requests.patient.id(), self);
      requests
          .patient
          .get("/api/messages/" + requests.doctor.id())
          .json()
          .path("messages")
          .forEach(sent -> assertEquals(self, sent.path("senderId").asText()));
    }
  }
}
