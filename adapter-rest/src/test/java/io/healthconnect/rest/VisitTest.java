package io.healthconnect.rest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class VisitTest {
  private TestServer server;
  private Client doctor;
  private Client patient;

  @BeforeEach
  void start() {
    server = new TestServer();
    doctor = server.doctor("dora");
    patient = server.patient("paul");
  }

  @AfterEach
  void stop() {
    server.close();
  }

  @Test
  void aVisitGoesFromBookingToReview() {
    Client.Answer booked =
        patient.post("/api/appointments", TestServer.booking(doctor, "09:00")).expect(201);
    JsonNode visit = booked.json().path("appointment");
    assertEquals("\"1\"", booked.header("ETag"));
    assertEquals("pending", visit.path("status").asText());
    assertEquals("2026-03-03T08:00:00.000Z", visit.path("startsAt").asText());
    String path = "/api/appointments/" + visit.path("id").asText();
    doctor.post(path + "/confirm", null).expect(200);
    server.clock.set(java.time.Instant.parse("2026-03-03T08:30:00Z"));
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
  void theSameKeyGivesTheSameVisit() {
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

  @Test
  void aVisitMovesAndIsCalledOff() {
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

  @Test
  void visitsAreListedByPageStatusAndTime() {
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

  @Test
  void aNewWeekNamesTheVisitsThatNoLongerFit() {
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
  void slotsAreGivenForAtMost62Days() {
    String path = "/api/doctors/" + doctor.id() + "/slots?from=2026-03-01&to=";
    server.client().get(path + "2026-05-01").expect(200);
    server.client().get(path + "2026-05-02").expect(400, "invalid_request");
    server.client().get(path + "2026-02-28").expect(400, "invalid_request");
    server.client().get("/api/doctors/" + doctor.id() + "/slots").expect(400, "invalid_request");
  }
}
