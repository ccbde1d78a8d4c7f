package io.healthconnect.rest.appointment;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import io.healthconnect.rest.rig.AppointmentScene;
import io.healthconnect.rest.rig.Client;
import io.healthconnect.rest.rig.TestServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class BookingTest {
  private final AppointmentScene scene = new AppointmentScene();
  private final TestServer server = scene.server;
  private final Client doctor = scene.doctor;
  private final Client patient = scene.patient;

  @AfterEach
  void stop() {
    scene.close();
  }

  @Test
  void aTakenSlotSaysWhatIsFreeNext() {
    patient.post("/api/appointments", TestServer.booking(doctor, "09:00")).expect(201);
    JsonNode problem =
        server
            .patient("pia")
            .post("/api/appointments", TestServer.booking(doctor, "09:00"))
            .expect(409, "slot_taken")
            .json();
    assertEquals(3, problem.path("nextFree").size());
    assertEquals("2026-03-02", problem.at("/nextFree/0/date").asText());
  }

  @Test
  void bookingRefusesWhatDoesNotFit() {
    String path = "/api/appointments";
    patient.post(path, TestServer.booking(doctor, "08:00")).expect(422, "outside_schedule");
    patient
        .post(path, TestServer.booking(doctor, "09:00").replace("2026-03-03", "2026-02-27"))
        .expect(422, "in_the_past");
    patient
        .post(path, TestServer.booking(doctor, "02:30").replace("2026-03-03", "2026-03-29"))
        .expect(422, "nonexistent_local_time");
    patient
        .post(path, TestServer.booking(doctor, "09:00").replace(doctor.id(), "nobody"))
        .expect(404, "not_found");
    doctor.post(path, TestServer.booking(doctor, "09:00")).expect(403, "forbidden");
    Client other = server.doctor("otto");
    patient.post(path, TestServer.booking(doctor, "09:00")).expect(201);
    patient.post(path, TestServer.booking(other, "09:00")).expect(409, "patient_busy");
  }

  @Test
  void onlyADoctorBooksForAPatientAndOnlyForThemselves() {
    String body = TestServer.booking(doctor, patient, "09:00");
    patient.post("/api/appointments", body).expect(403, "forbidden");
    patient.post("/api/appointments", TestServer.booking(doctor, "09:00")).expect(201);
    Client other = server.doctor("otto");
    JsonNode refused = other.post("/api/appointments", body).expect(400, "invalid_request").json();
    assertEquals("doctorId", refused.at("/errors/0/field").asText());
    assertEquals("not_allowed", refused.at("/errors/0/code").asText());
    doctor.post("/api/appointments", TestServer.booking(doctor, patient, "10:00")).expect(201);
  }

  @Test
  void theSameKeyGivesTheSameAppointment() {
    String body = TestServer.booking(doctor, "10:00");
    String[] key = {"Idempotency-Key", "k1"};
    String first = patient.send("POST", "/api/appointments", body, key).expect(201).text();
    assertEquals(first, patient.send("POST", "/api/appointments", body, key).expect(201).text());
    patient
        .send("POST", "/api/appointments", TestServer.booking(doctor, "11:00"), key)
        .expect(422, "key_reuse");
    patient
        .send("POST", "/api/appointments", body, "Idempotency-Key", "k".repeat(129))
        .expect(400, "invalid_request");
    assertEquals(1, patient.get("/api/appointments").json().path("appointments").size());
  }
}
