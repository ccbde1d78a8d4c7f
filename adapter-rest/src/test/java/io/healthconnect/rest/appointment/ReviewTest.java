package io.healthconnect.rest.appointment;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import io.healthconnect.rest.rig.AppointmentScene;
import io.healthconnect.rest.rig.Client;
import io.healthconnect.rest.rig.TestServer;
import io.healthconnect.testkit.Race;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Reviews (edge case 97). */
class ReviewTest {
  private final AppointmentScene scene = new AppointmentScene();
  private final TestServer server = scene.server;
  private final Client doctor = scene.doctor;
  private final Client patient = scene.patient;

  @AfterEach
  void stop() {
    scene.close();
  }

  @Test
  void case97AnAppointmentIsReviewedOnceWithWholeStarsAndNotBeforeItsEnd() {
    String appointment = scene.book(patient, doctor, "09:00");
    String path = "/api/appointments/" + appointment;
    String good = "{\"rating\":5,\"review\":\"kind\"}";
    patient.put(path + "/review", good).expect(409, "illegal_transition");
    doctor.post(path + "/confirm", null).expect(200);
    doctor.post(path + "/complete", null).expect(409, "too_early");
    server.clock.set(Instant.parse("2026-03-03T08:00:00Z"));
    doctor.post(path + "/complete", null).expect(200);
    for (String rating : List.of("0", "6", "4.5", "\"5\"", "null", "-1", "1e9")) {
      patient.put(path + "/review", good.replace("5", rating)).expect(400, "invalid_request");
    }
    List<Integer> statuses =
        Race.of(4, i -> () -> review(path, good.replace("kind", "kind " + i))).stream()
            .sorted()
            .toList();
    assertEquals(List.of(200, 409, 409, 409), statuses);
    JsonNode rated = server.client().get("/api/doctors/" + doctor.id()).json();
    assertEquals(1, rated.at("/doctor/rating/count").asInt());
  }

  private int review(String path, String body) {
    return patient.put(path + "/review", body).status();
  }
}
