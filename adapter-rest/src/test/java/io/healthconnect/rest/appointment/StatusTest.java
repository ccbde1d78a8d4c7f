package io.healthconnect.rest.appointment;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import io.healthconnect.rest.rig.AppointmentScene;
import io.healthconnect.rest.rig.Client;
import io.healthconnect.rest.rig.TestServer;
import io.healthconnect.testkit.Race;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What becomes of an appointment, and of two changes at once (edge case 32). */
class StatusTest {
  private final AppointmentScene scene = new AppointmentScene();
  private final TestServer server = scene.server;
  private final Client doctor = scene.doctor;
  private final Client patient = scene.patient;

  @AfterEach
  void stop() {
    scene.close();
  }

  @Test
  void anAppointmentGoesFromBookingToReview() {
    Client.Answer booked =
        patient.post("/api/appointments", TestServer.booking(doctor, "09:00")).expect(201);
    JsonNode appointment = booked.json().path("appointment");
    assertEquals("\"1\"", booked.header("ETag"));
    assertEquals("pending", appointment.path("status").asText());
    assertEquals("2026-03-03T08:00:00.000Z", appointment.path("startsAt").asText());
    String path = "/api/appointments/" + appointment.path("id").asText();
    doctor.post(path + "/confirm", null).expect(200);
    server.clock.set(Instant.parse("2026-03-03T08:30:00Z"));
    doctor.post(path + "/complete", "{}").expect(200);
    doctor.put(path + "/notes", "{\"notes\":\"rest\"}").expect(200);
    patient.put(path + "/review", "{\"rating\":5,\"review\":\"kind\"}").expect(200);
    JsonNode read = patient.get(path).expect(200).json().path("appointment");
    assertEquals("rest", read.path("notes").asText());
    assertEquals(5, read.path("rating").asInt());
    JsonNode reviews = server.client().get("/api/doctors/" + doctor.id() + "/reviews").json();
    assertEquals("paul", reviews.at("/reviews/0/reviewer").asText());
    assertEquals(
        1,
        server
            .client()
            .get("/api/doctors/" + doctor.id())
            .json()
            .at("/doctor/rating/count")
            .asInt());
  }

  @Test
  void aStaleIfMatchIsRefused() {
    String id =
        patient
            .post("/api/appointments", TestServer.booking(doctor, "09:00"))
            .json()
            .at("/appointment/id")
            .asText();
    String path = "/api/appointments/" + id + "/confirm";
    doctor.send("POST", path, null, "If-Match", "\"9\"").expect(412, "precondition_failed");
    doctor.send("POST", path, null, "If-Match", "\"1\"").expect(200);
    doctor.send("POST", path, null).expect(409, "illegal_transition");
  }

  /** Text that is wrong for every appointment is refused as such, whatever this one's state. */
  @Test
  void aReasonThatIsTooLongIsABadRequestAlsoWhenStaleOrFinal() {
    String path = "/api/appointments/" + scene.book(patient, doctor, "09:00");
    refusesLongReasons(path);
    doctor.post(path + "/decline", null).expect(200);
    refusesLongReasons(path);
  }

  private void refusesLongReasons(String path) {
    String reason = "\"reason\":\"" + "x".repeat(501) + "\"";
    String move = "{\"date\":\"2026-03-03\",\"startTime\":\"10:00\"," + reason + "}";
    for (Client who : List.of(doctor, patient)) {
      for (String tag : List.of("*", "\"9\"")) {
        who.send("POST", path + "/cancel", "{" + reason + "}", "If-Match", tag)
            .expect(400, "invalid_request");
        who.send("POST", path + "/reschedule", move, "If-Match", tag)
            .expect(400, "invalid_request");
      }
    }
    doctor
        .send("POST", path + "/decline", "{" + reason + "}", "If-Match", "\"9\"")
        .expect(400, "invalid_request");
  }

  @Test
  void case32OfCompletingAndCancellingAtOnceOneWinsAndTheOtherHearsWhy() {
    List<String> appointments = new ArrayList<>();
    for (int round = 0; round < 10; round++) {
      String appointment =
          scene.book(patient, doctor, "%02d:%02d".formatted(9 + round % 8, round / 8 * 30));
      doctor.post("/api/appointments/" + appointment + "/confirm", null).expect(200);
      appointments.add(appointment);
    }
    // Only the doctor can still cancel once it has started.
    server.clock.set(Instant.parse("2026-03-03T16:30:00Z"));
    for (String appointment : appointments) {
      String path = "/api/appointments/" + appointment;
      List<Client.Answer> answers =
          Race.of(
              2,
              i ->
                  () ->
                      i == 0
                          ? doctor.post(path + "/complete", null)
                          : doctor.post(path + "/cancel", "{\"reason\":\"ill\"}"));
      int winner = answers.get(0).status() == 200 ? 0 : 1;
      answers.get(winner).expect(200);
      answers.get(1 - winner).expect(409, "illegal_transition");
      String status = winner == 0 ? "completed" : "cancelled";
      assertEquals(status, scene.read(appointment).path("status").asText());
      assertEquals(3, scene.read(appointment).path("history").size());
    }
  }
}
