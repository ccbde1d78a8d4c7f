package io.healthconnect.rest.appointment;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import io.healthconnect.rest.rig.AppointmentScene;
import io.healthconnect.rest.rig.Client;
import io.healthconnect.rest.rig.TestServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Moves (edge cases 29, 33 and 40). */
class RescheduleTest {
  private final AppointmentScene scene = new AppointmentScene();
  private final TestServer server = scene.server;
  private final Client doctor = scene.doctor;
  private final Client patient = scene.patient;

  @AfterEach
  void stop() {
    scene.close();
  }

  @Test
  void case29AMoveFreesTheOldTimeAndTakesTheNewOne() {
    String appointment = scene.book(patient, doctor, "09:00");
    scene.move(patient, appointment, "2026-03-03", "11:00").expect(200);
    Client other = server.patient("pia");
    other.post("/api/appointments", TestServer.booking(doctor, "11:00")).expect(409, "slot_taken");
    scene.book(other, doctor, "09:00");
    scene.move(patient, appointment, "2026-03-03", "09:00").expect(409, "slot_taken");
    assertEquals("11:00", scene.read(appointment).path("startTime").asText());
  }

  @Test
  void case33TheDoctorMovesWithinTheOwnNoticeAndThePatientDoesNot() {
    String appointment = scene.book(patient, doctor, "09:00");
    doctor.put("/api/doctors/me", "{\"minimumNoticeMinutes\":2880}").expect(200);
    scene.move(patient, appointment, "2026-03-03", "10:00").expect(422, "outside_schedule");
    scene.move(doctor, appointment, "2026-03-03", "10:00").expect(200);
  }

  @Test
  void case40AMoveIsCheckedLikeABooking() {
    String appointment = scene.book(patient, doctor, "09:00");
    scene.book(server.patient("pia"), doctor, "10:00");
    scene.book(patient, server.doctor("otto"), "11:00");
    JsonNode before = scene.read(appointment);
    scene.move(patient, appointment, "2026-03-03", "08:00").expect(422, "outside_schedule");
    scene.move(patient, appointment, "2026-03-07", "09:00").expect(422, "outside_schedule");
    scene.move(patient, appointment, "2026-02-27", "09:00").expect(422, "in_the_past");
    scene.move(patient, appointment, "2026-03-29", "02:30").expect(422, "nonexistent_local_time");
    scene.move(patient, appointment, "2026-03-03", "10:00").expect(409, "slot_taken");
    scene.move(patient, appointment, "2026-03-03", "11:00").expect(409, "patient_busy");
    scene
        .move(server.patient("paula"), appointment, "2026-03-03", "12:00")
        .expect(404, "not_found");
    assertEquals(before, scene.read(appointment));
  }

  @Test
  void reschedulesAndCancelsAnAppointment() {
    String id =
        patient
            .post("/api/appointments", TestServer.booking(doctor, "09:00"))
            .json()
            .at("/appointment/id")
            .asText();
    String path = "/api/appointments/" + id;
    JsonNode moved =
        patient
            .post(path + "/reschedule", "{\"date\":\"2026-03-03\",\"startTime\":\"09:30\"}")
            .expect(200)
            .json();
    assertEquals("09:30", moved.at("/appointment/startTime").asText());
    patient.post(path + "/cancel", "{}").expect(400, "invalid_request");
    patient.post(path + "/cancel", "{\"reason\":\"well again\"}").expect(200);
    doctor.post(path + "/no-show", null).expect(409, "illegal_transition");
  }
}
