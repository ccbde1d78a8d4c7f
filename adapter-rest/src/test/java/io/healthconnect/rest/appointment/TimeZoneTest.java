package io.healthconnect.rest.appointment;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import io.healthconnect.rest.rig.AppointmentScene;
import io.healthconnect.rest.rig.ChangingZone;
import io.healthconnect.rest.rig.Client;
import io.healthconnect.rest.rig.TestServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Appointments whose zone changes, or whose zone gets other rules (edge cases 19 and 22). */
class TimeZoneTest {
  private final AppointmentScene scene = new AppointmentScene();
  private final TestServer server = scene.server;
  private final Client doctor = scene.doctor;
  private final Client patient = scene.patient;

  @AfterEach
  void stop() {
    scene.close();
  }

  @Test
  void case19AnAppointmentKeepsItsInstantWhenTheDoctorChangesTimeZone() {
    String appointment = scene.book(patient, doctor, "09:00");
    JsonNode before = scene.read(appointment);
    JsonNode athens = scene.zone("Europe/Athens");
    assertEquals(0, athens.path("noLongerFit").size());
    server
        .patient("pia")
        .post("/api/appointments", TestServer.booking(doctor, "10:00"))
        .expect(409, "slot_taken");
    assertEquals(appointment, scene.zone("Asia/Tokyo").at("/noLongerFit/0/id").asText());
    assertEquals(before, scene.read(appointment));
    assertEquals("Europe/Berlin", before.path("timeZone").asText());
    assertEquals("2026-03-03T08:00:00.000Z", before.path("startsAt").asText());
  }

  /**
   * The agreed instants stay, no time is booked twice, and rescheduling to the same time corrects
   * it.
   */
  @Test
  void case22AnAppointmentKeepsItsTimeWhenTheRulesOfItsZoneChange() {
    ChangingZone.changeTo(2);
    scene.zone(ChangingZone.ID);
    String appointment = scene.book(patient, doctor, "09:00");
    JsonNode agreed = scene.read(appointment);
    assertEquals("2026-03-03T07:00:00.000Z", agreed.path("startsAt").asText());
    ChangingZone.changeTo(3);
    assertEquals(agreed, scene.read(appointment));
    Client other = server.patient("pia");
    // Its instant now has the wall time of the next hour.
    other.post("/api/appointments", TestServer.booking(doctor, "10:00")).expect(409, "slot_taken");
    JsonNode moved = scene.move(doctor, appointment, "2026-03-03", "09:00").expect(200).json();
    assertEquals("09:00", moved.at("/appointment/startTime").asText());
    assertEquals("2026-03-03T06:00:00.000Z", moved.at("/appointment/startsAt").asText());
    scene.book(other, doctor, "10:00");
  }
}
