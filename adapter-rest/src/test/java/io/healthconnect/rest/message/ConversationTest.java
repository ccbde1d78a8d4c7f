package io.healthconnect.rest.message;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import io.healthconnect.rest.rig.AppointmentScene;
import io.healthconnect.rest.rig.Client;
import io.healthconnect.rest.rig.TestServer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Chat over HTTP (edge cases 43, 45 and 48). */
class ConversationTest {
  private final AppointmentScene scene = new AppointmentScene();
  private final TestServer server = scene.server;
  private final Client doctor = scene.doctor;
  private final Client patient = scene.patient;

  @AfterEach
  void stop() {
    scene.close();
  }

  @Test
  void case43TheServersClockIsTheOneThatCounts() {
    scene.book(patient, doctor, "09:00");
    String path = "/api/messages/" + doctor.id();
    patient
        .post(path, "{\"text\":\"hello\",\"createdAt\":\"2020-01-01T00:00:00Z\"}")
        .expect(400, "invalid_request");
    server.clock.set(Instant.parse("2026-03-02T08:15:30.123Z"));
    Client.Answer sent =
        patient.send("POST", path, "{\"text\":\"hello\"}", "X-Date", "2020-01-01").expect(201);
    assertEquals("2026-03-02T08:15:30.123Z", sent.json().at("/message/createdAt").asText());
  }

  @Test
  void case45MessagesThatComeWhileOlderOnesLoadMakeNeitherGapNorRepeat() {
    scene.book(patient, doctor, "09:00");
    String path = "/api/messages/" + doctor.id();
    scene.say(10);
    List<Integer> seen = new ArrayList<>();
    int before = 11;
    while (before > 1) {
      JsonNode page = patient.get(path + "?limit=3&before=" + before).expect(200).json();
      List<Integer> seqs =
          page.path("messages").findValues("seq").stream().map(JsonNode::asInt).toList();
      seen.addAll(0, seqs);
      before = seqs.get(0);
      scene.say(2);
    }
    patient
        .get(path + "?limit=100&after=10")
        .json()
        .path("messages")
        .findValues("seq")
        .forEach(seq -> seen.add(seq.asInt()));
    assertEquals(IntStream.rangeClosed(1, 18).boxed().toList(), seen);
  }

  @Test
  void case48AFormerContactKeepsTheHistoryAndIsToldWhyNothingCanBeWritten() {
    String appointment = scene.book(patient, doctor, "09:00");
    String path = "/api/messages/" + doctor.id();
    scene.say(1);
    patient
        .post("/api/appointments/" + appointment + "/cancel", "{\"reason\":\"well\"}")
        .expect(200);
    patient.post(path, "{\"text\":\"hello?\"}").expect(403, "forbidden");
    doctor.post("/api/messages/" + patient.id(), "{\"text\":\"no\"}").expect(403, "forbidden");
    assertEquals(1, patient.get(path).expect(200).json().path("messages").size());
    server.patient("pia").post(path, "{\"text\":\"hello?\"}").expect(404, "not_found");
  }
}
