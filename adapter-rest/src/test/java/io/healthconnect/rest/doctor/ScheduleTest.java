package io.healthconnect.rest.doctor;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import io.healthconnect.rest.rig.AppointmentScene;
import io.healthconnect.rest.rig.Client;
import io.healthconnect.rest.rig.TestServer;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ScheduleTest {
  private final AppointmentScene scene = new AppointmentScene();
  private final TestServer server = scene.server;
  private final Client doctor = scene.doctor;
  private final Client patient = scene.patient;

  @AfterEach
  void stop() {
    scene.close();
  }

  @Test
  void aNewWeekNamesTheAppointmentsThatNoLongerFit() {
    patient.post("/api/appointments", TestServer.booking(doctor, "09:00")).expect(201);
    JsonNode changed =
        doctor.put("/api/doctors/me/schedule", "{\"schedule\":[]}").expect(200).json();
    assertEquals(1, changed.path("noLongerFit").size());
    assertEquals(7, changed.path("schedule").size());
    doctor
        .put(
            "/api/doctors/me/overrides/2026-03-03",
            "{\"windows\":[{\"startTime\":\"09:00\",\"endTime\":\"10:00\"}]}")
        .expect(200);
    JsonNode slots =
        server
            .client()
            .get("/api/doctors/" + doctor.id() + "/slots?from=2026-03-03&to=2026-03-03")
            .expect(200)
            .json();
    assertEquals(1, slots.path("slots").size());
    doctor.delete("/api/doctors/me/overrides/2026-03-03").expect(200);
    doctor.put("/api/doctors/me/overrides/2026-03-03", "{}").expect(400, "invalid_request");
    doctor
        .put("/api/doctors/me/overrides/soon", "{\"timeOff\":true}")
        .expect(400, "invalid_request");
  }

  @Test
  void aRangeOfDatesIsOneChange() {
    String path = "/api/doctors/me/overrides";
    String holiday = "{\"from\":\"2026-03-03\",\"to\":\"2026-03-09\",\"timeOff\":true}";
    JsonNode away = doctor.put(path, holiday).expect(200).json();
    assertEquals(7, away.path("overrides").size());
    assertEquals("2026-03-09", away.path("overrides").get(6).path("date").asText());
    JsonNode back = doctor.delete(path + "?from=2026-03-04&to=2026-03-20").expect(200).json();
    assertEquals(1, back.path("overrides").size());
    assertEquals(away.path("version").asLong() + 1, back.path("version").asLong());
    for (String wrong :
        List.of(
            "{\"from\":\"2026-03-03\",\"to\":\"2026-03-02\",\"timeOff\":true}",
            "{\"from\":\"2026-03-03\",\"to\":\"2027-03-04\",\"timeOff\":true}",
            "{\"from\":\"2026-03-03\",\"to\":\"2026-03-04\"}",
            "{\"from\":\"2026-03-03\",\"timeOff\":true}")) {
      doctor.put(path, wrong).expect(400, "invalid_request");
    }
    doctor.delete(path + "?from=2026-03-04").expect(400, "invalid_request");
    doctor.put(path, holiday.replace("2026-03-09", "2027-03-03")).expect(200);
  }

  @Test
  void slotsAreGivenForAtMost62Days() {
    String path = "/api/doctors/" + doctor.id() + "/slots?from=2026-03-01&to=";
    server.client().get(path + "2026-05-01").expect(200);
    server.client().get(path + "2026-05-02").expect(400, "invalid_request");
    server.client().get(path + "2026-02-28").expect(400, "invalid_request");
    server.client().get("/api/doctors/" + doctor.id() + "/slots").expect(400, "invalid_request");
  }
}
