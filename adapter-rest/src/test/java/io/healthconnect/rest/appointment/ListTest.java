package io.healthconnect.rest.appointment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.healthconnect.rest.rig.AppointmentScene;
import io.healthconnect.rest.rig.Client;
import io.healthconnect.rest.rig.TestServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ListTest {
  private final AppointmentScene scene = new AppointmentScene();
  private final Client doctor = scene.doctor;
  private final Client patient = scene.patient;

  @AfterEach
  void stop() {
    scene.close();
  }

  @Test
  void appointmentsAreListedByPageStatusAndTime() {
    for (String time : new String[] {"09:00", "10:00", "11:00"}) {
      patient.post("/api/appointments", TestServer.booking(doctor, time)).expect(201);
    }
    JsonNode first = patient.get("/api/appointments?limit=2&order=desc").expect(200).json();
    assertEquals("11:00", first.at("/appointments/0/startTime").asText());
    JsonNode second =
        patient
            .get("/api/appointments?limit=2&order=desc&cursor=" + first.path("nextCursor").asText())
            .expect(200)
            .json();
    assertEquals(1, second.path("appointments").size());
    assertTrue(second.path("nextCursor").isNull());
    assertEquals(
        0,
        patient
            .get("/api/appointments?status=scheduled,declined")
            .json()
            .path("appointments")
            .size());
    assertEquals(
        2,
        patient
            .get("/api/appointments?from=2026-03-03T09:00:00Z&to=2026-03-04")
            .json()
            .path("appointments")
            .size());
    for (String bad :
        new String[] {
          "limit=0",
          "limit=101",
          "cursor=!!",
          "cursor=QUJD",
          "status=lost",
          "order=up",
          "from=now",
          "limit=1&limit=2"
        }) {
      patient.get("/api/appointments?" + bad).expect(400, "invalid_request");
    }
  }
}
