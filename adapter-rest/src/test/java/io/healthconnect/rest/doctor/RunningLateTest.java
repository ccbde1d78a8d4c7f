package io.healthconnect.rest.doctor;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import io.healthconnect.rest.rig.Client;
import io.healthconnect.rest.rig.TestServer;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class RunningLateTest {
  private final TestServer server = new TestServer();
  private final Client doctor = server.doctor("dora");
  private final Client patient = server.patient("paul");

  @AfterEach
  void close() {
    server.close();
  }

  private Client.Answer say(Client who, String minutes) {
    return who.put("/api/doctors/me/running-late", "{\"minutes\":" + minutes + "}");
  }

  private int minutesSeen() {
    return patient
        .get("/api/doctors/" + doctor.id())
        .expect(200)
        .json()
        .path("runningLateMinutes")
        .asInt(-1);
  }

  @Test
  void patientsSeeByHowMuchTheDoctorIsLate() {
    assertEquals(0, minutesSeen());
    say(doctor, "20").expect(204);
    assertEquals(20, minutesSeen());
    say(doctor, "0").expect(204);
    assertEquals(0, minutesSeen());
  }

  @Test
  void patientsOfTheDayGetANotice() {
    String id =
        patient
            .post("/api/appointments", TestServer.booking(doctor, "09:00"))
            .expect(201)
            .json()
            .at("/appointment/id")
            .asText();
    doctor.post("/api/appointments/" + id + "/confirm", null).expect(200);
    server.clock.set(Instant.parse("2026-03-03T07:00:00Z"));
    say(doctor, "20").expect(204);
    JsonNode newest = patient.get("/api/notices").expect(200).json().at("/notices/0");
    assertEquals("running_late", newest.path("kind").asText());
    assertEquals(id, newest.path("appointmentId").asText());
    assertEquals(doctor.id(), newest.path("from").asText());
  }

  @Test
  void saysWhatIsWrong() {
    say(doctor, "241").expect(400);
    say(doctor, "-1").expect(400);
    say(doctor, "null").expect(400);
    say(doctor, "\"20\"").expect(400);
    say(patient, "20").expect(403);
    say(server.client(), "20").expect(401);
    assertEquals(0, minutesSeen());
  }
}
