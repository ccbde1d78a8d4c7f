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
          "notes=no",
          "from=now",
          "limit=1&limit=2"
        }) {
      patient.get("/api/appointments?" + bad).expect(400, "invalid_request");
    }
  }

  @Test
  void doctorsAreToldWhichRequestsComeFromNewPatients() {
    String first = booked("09:00");
    assertEquals("true", newPatient(doctor, first));
    assertEquals("null", newPatient(patient, first));
    doctor.post("/api/appointments/" + first + "/confirm", null).expect(200);
    assertEquals("null", newPatient(doctor, first));
    String second = booked("10:00");
    assertEquals("false", newPatient(doctor, second));
    assertEquals("null", newPatient(patient, second));
    // What a doctor changes in a request is answered like the request itself.
    JsonNode noted =
        doctor
            .put("/api/appointments/" + second + "/notes", "{\"notes\":\"Pulse 88\"}")
            .expect(200)
            .json();
    assertEquals("false", noted.at("/appointment/newPatient").asText());
  }

  private String booked(String time) {
    JsonNode reply =
        patient.post("/api/appointments", TestServer.booking(doctor, time)).expect(201).json();
    assertTrue(reply.at("/appointment/newPatient").isNull());
    return reply.at("/appointment/id").asText();
  }

  /** As the list and the appointment itself both say. */
  private static String newPatient(Client reader, String id) {
    JsonNode one = reader.get("/api/appointments/" + id).expect(200).json();
    String told = one.at("/appointment/newPatient").asText();
    for (JsonNode listed : reader.get("/api/appointments").expect(200).json().at("/appointments")) {
      if (listed.path("id").asText().equals(id)) {
        assertEquals(listed.path("newPatient").asText(), told);
        return told;
      }
    }
    throw new AssertionError("not listed: " + id);
  }
}
