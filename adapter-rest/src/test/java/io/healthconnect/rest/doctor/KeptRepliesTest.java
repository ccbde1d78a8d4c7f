package io.healthconnect.rest.doctor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import com.fasterxml.jackson.databind.JsonNode;
import io.healthconnect.domain.doctor.Doctor;
import io.healthconnect.domain.doctor.DoctorId;
import io.healthconnect.domain.doctor.WeeklySchedule;
import io.healthconnect.rest.rig.Client;
import io.healthconnect.rest.rig.TestServer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** H-09: replies that are given again are what a fresh read would give. */
class KeptRepliesTest {
  private final TestServer server = new TestServer();
  private final Client doctor = server.doctor("dora");
  private final Client patient = server.patient("pat");

  @AfterEach
  void stop() {
    server.close();
  }

  @Test
  void h09ABookingAndItsEndAreSeenAtOnce() {
    List<String> all = slots();
    String id =
        patient
            .post("/api/appointments", TestServer.booking(doctor, "09:00"))
            .expect(201)
            .json()
            .at("/appointment/id")
            .asText();
    List<String> fewer = new ArrayList<>(all);
    fewer.remove("09:00");
    assertEquals(fewer, slots());
    patient.post("/api/appointments/" + id + "/cancel", "{\"reason\":\"better\"}").expect(200);
    assertEquals(all, slots());
  }

  @Test
  void h09TheListFollowsTimesNamesHoursAndNewDoctors() {
    assertEquals("2026-03-02T08:00:00.000Z", first().path("nextFreeAt").asText());
    patient
        .post(
            "/api/appointments",
            TestServer.booking(doctor, "08:00").replace("08:00", "09:00").replace("-03\"", "-02\""))
        .expect(201);
    assertEquals("2026-03-02T08:30:00.000Z", first().path("nextFreeAt").asText());
    doctor.put("/api/doctors/me", "{\"name\":\"Dora Newname\"}").expect(200);
    assertEquals("Dora Newname", first().path("name").asText());
    doctor.put("/api/doctors/me/overrides/2026-03-02", "{\"timeOff\":true}").expect(200);
    assertEquals("2026-03-03T08:00:00.000Z", first().path("nextFreeAt").asText());
    server.doctor("adam");
    assertEquals("adam", first().path("name").asText());
  }

  /** As another server that shares the store would do it. */
  @Test
  void h09AChangeByAnotherServerIsSeenWithTheFeed() {
    slots();
    DoctorId id = DoctorId.of(doctor.id());
    Doctor stored = server.store.doctors().find(id).orElseThrow();
    server.store.doctors().save(stored.withSchedule(WeeklySchedule.EMPTY));
    assertEquals(List.of(), slots());
  }

  @Test
  void h09LeavesOutATimeThatHasBegun() {
    String path = "/api/doctors/" + doctor.id() + "/slots?from=2026-03-02&to=2026-03-02";
    server.clock.advance(Duration.ofHours(1));
    JsonNode now = server.client().get(path).expect(200).json();
    assertEquals("09:00", now.at("/slots/0/startTime").asText());
    server.clock.advance(Duration.ofMillis(1));
    JsonNode then = server.client().get(path).expect(200).json();
    assertEquals("09:30", then.at("/slots/0/startTime").asText());
  }

  /** What one person may see is never given to another. */
  @Test
  void h09CachesPublicRepliesOnly() {
    JsonNode own = doctor.get("/api/appointments").expect(200).json();
    patient.post("/api/appointments", TestServer.booking(doctor, "09:00")).expect(201);
    assertNotEquals(own, doctor.get("/api/appointments").expect(200).json());
    assertEquals(
        0,
        server
            .patient("other")
            .get("/api/appointments")
            .expect(200)
            .json()
            .at("/appointments")
            .size());
    server.client().get("/api/appointments").expect(401);
  }

  private List<String> slots() {
    String path = "/api/doctors/" + doctor.id() + "/slots?from=2026-03-03&to=2026-03-03";
    List<String> times = new ArrayList<>();
    server
        .client()
        .get(path)
        .expect(200)
        .json()
        .path("slots")
        .forEach(slot -> times.add(slot.path("startTime").asText()));
    return times;
  }

  private JsonNode first() {
    return server.client().get("/api/doctors").expect(200).json().at("/doctors/0");
  }
}
