package io.healthconnect.rest;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import io.healthconnect.application.account.AccountUseCases;
import io.healthconnect.rest.http.Route;
import io.healthconnect.testkit.Race;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The cases are those of docs/edge-cases.md. */
class EdgeCasesTest {
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
  void case04GuessingWaitsLongerEachTimeAndLooksTheSameForAnybody() {
    for (String email : List.of("paul@example.org", "nobody@example.org")) {
      String wrong = logIn(email, "wrong horse");
      for (int i = 0; i < 5; i++) {
        server.client().post("/api/auth/login", wrong).expect(401, "unauthenticated");
      }
      String right = logIn(email, "correct horse");
      for (String wait : List.of("2", "4")) {
        Client.Answer early =
            server.client().post("/api/auth/login", right).expect(429, "rate_limited");
        assertEquals(wait, early.header("Retry-After"), email);
        server.clock.advance(Duration.ofSeconds(Long.parseLong(wait)));
        server.client().post("/api/auth/login", wrong).expect(401, "unauthenticated");
      }
      server.clock.advance(Duration.ofMinutes(15));
    }
    String right = logIn("paul@example.org", "correct horse");
    server.client().post("/api/auth/login", right).expect(200);
  }

  @Test
  void case19AVisitKeepsItsInstantWhenItsDoctorChangesTheZone() {
    String visit = book(patient, doctor, "09:00");
    JsonNode before = read(visit);
    JsonNode athens = zone("Europe/Athens");
    assertEquals(0, athens.path("noLongerFit").size());
    server
        .patient("pia")
        .post("/api/appointments", TestServer.booking(doctor, "10:00"))
        .expect(409, "slot_taken");
    assertEquals(visit, zone("Asia/Tokyo").at("/noLongerFit/0/id").asText());
    assertEquals(before, read(visit));
    assertEquals("Europe/Berlin", before.path("timeZone").asText());
    assertEquals("2026-03-03T08:00:00.000Z", before.path("startsAt").asText());
  }

  /**
   * What was agreed on stays, no time is given twice, and a move to the same time sets it right.
   */
  @Test
  void case22AVisitOutlivesAChangeOfItsZonesRules() {
    ChangingZone.changeTo(2);
    zone(ChangingZone.ID);
    String visit = book(patient, doctor, "09:00");
    JsonNode agreed = read(visit);
    assertEquals("2026-03-03T07:00:00.000Z", agreed.path("startsAt").asText());
    ChangingZone.changeTo(3);
    assertEquals(agreed, read(visit));
    Client other = server.patient("pia");
    // Its hour now has the name of the next one.
    other.post("/api/appointments", TestServer.booking(doctor, "10:00")).expect(409, "slot_taken");
    JsonNode moved = move(doctor, visit, "2026-03-03", "09:00").expect(200).json();
    assertEquals("09:00", moved.at("/appointment/startTime").asText());
    assertEquals("2026-03-03T06:00:00.000Z", moved.at("/appointment/startsAt").asText());
    book(other, doctor, "10:00");
  }

  @Test
  void case29AMoveFreesTheOldTimeAndTakesTheNewOne() {
    String visit = book(patient, doctor, "09:00");
    move(patient, visit, "2026-03-03", "11:00").expect(200);
    Client other = server.patient("pia");
    other.post("/api/appointments", TestServer.booking(doctor, "11:00")).expect(409, "slot_taken");
    book(other, doctor, "09:00");
    move(patient, visit, "2026-03-03", "09:00").expect(409, "slot_taken");
    assertEquals("11:00", read(visit).path("startTime").asText());
  }

  @Test
  void case32OfCompletingAndCancellingAtOnceOneWinsAndTheOtherHearsWhy() {
    for (int round = 0; round < 10; round++) {
      String visit = book(patient, doctor, "%02d:00".formatted(9 + round % 8));
      String path = "/api/appointments/" + visit;
      doctor.post(path + "/confirm", null).expect(200);
      List<Client.Answer> answers =
          Race.of(
              2,
              i ->
                  () ->
                      i == 0
                          ? doctor.post(path + "/complete", null)
                          : patient.post(path + "/cancel", "{\"reason\":\"ill\"}"));
      int winner = answers.get(0).status() == 200 ? 0 : 1;
      answers.get(winner).expect(200);
      answers.get(1 - winner).expect(409, "illegal_transition");
      String status = winner == 0 ? "completed" : "cancelled";
      assertEquals(status, read(visit).path("status").asText());
      assertEquals(3, read(visit).path("history").size());
    }
  }

  @Test
  void case33TheDoctorMovesWithinTheOwnNoticeAndThePatientDoesNot() {
    String visit = book(patient, doctor, "09:00");
    doctor.put("/api/doctors/me", "{\"minimumNoticeMinutes\":2880}").expect(200);
    move(patient, visit, "2026-03-03", "10:00").expect(422, "outside_schedule");
    move(doctor, visit, "2026-03-03", "10:00").expect(200);
  }

  /** Whoever offers it must say what becomes of the visits, messages and records of the account. */
  @Test
  void case39NothingRemovesAnAccount() {
    List<String> removals =
        server.server.routes().stream()
            .filter(route -> route.method().equals("DELETE"))
            .map(Route::path)
            .toList();
    assertEquals(List.of("/api/doctors/me/overrides/{date}", "/api/me/avatar"), removals);
    List<String> uses =
        Stream.of(AccountUseCases.class.getRecordComponents()).map(c -> c.getName()).toList();
    assertEquals(
        List.of("signUp", "logIn", "logOut", "changePassword", "authenticate", "findAccount"),
        uses);
    book(patient, doctor, "09:00");
    for (String path : List.of("/api/auth/me", "/api/patients/me", "/api/doctors/me")) {
      patient.send("DELETE", path, null).expect(405, "method_not_allowed");
    }
    patient.send("DELETE", "/api/me", null).expect(404, "not_found");
  }

  @Test
  void case40AMoveIsCheckedLikeABooking() {
    String visit = book(patient, doctor, "09:00");
    book(server.patient("pia"), doctor, "10:00");
    book(patient, server.doctor("otto"), "11:00");
    JsonNode before = read(visit);
    move(patient, visit, "2026-03-03", "08:00").expect(422, "outside_schedule");
    move(patient, visit, "2026-03-07", "09:00").expect(422, "outside_schedule");
    move(patient, visit, "2026-02-27", "09:00").expect(422, "in_the_past");
    move(patient, visit, "2026-03-29", "02:30").expect(422, "nonexistent_local_time");
    move(patient, visit, "2026-03-03", "10:00").expect(409, "slot_taken");
    move(patient, visit, "2026-03-03", "11:00").expect(409, "patient_busy");
    move(server.patient("paula"), visit, "2026-03-03", "12:00").expect(404, "not_found");
    assertEquals(before, read(visit));
  }

  @Test
  void case43TheServersClockIsTheOneThatCounts() {
    book(patient, doctor, "09:00");
    String path = "/api/messages/" + doctor.id();
    patient
        .post(path, "{\"text\":\"hello\",\"createdAt\":\"2020-01-01T00:00:00Z\"}")
        .expect(400, "invalid_request");
    server.clock.set(Instant.parse("2026-03-02T08:15:30.123Z"));
    Client.Answer sent =
        patient.send("POST", path, "{\"text\":\"hello\"}", "X-Date", "2020-01-01").expect(201);
    assertEquals("2026-03-02T08:15:30.123Z", sent.json().at("/message/createdAt").asText());
  }

  @Test
  void case45MessagesThatComeWhileOlderOnesLoadMakeNeitherGapNorRepeat() {
    book(patient, doctor, "09:00");
    String path = "/api/messages/" + doctor.id();
    say(10);
    List<Integer> seen = new ArrayList<>();
    int before = 11;
    while (before > 1) {
      JsonNode page = patient.get(path + "?limit=3&before=" + before).expect(200).json();
      List<Integer> seqs =
          page.path("messages").findValues("seq").stream().map(JsonNode::asInt).toList();
      seen.addAll(0, seqs);
      before = seqs.get(0);
      say(2);
    }
    patient
        .get(path + "?limit=100&after=10")
        .json()
        .path("messages")
        .findValues("seq")
        .forEach(seq -> seen.add(seq.asInt()));
    assertEquals(IntStream.rangeClosed(1, 18).boxed().toList(), seen);
  }

  @Test
  void case48AFormerContactKeepsTheHistoryAndIsToldWhyNothingCanBeWritten() {
    String visit = book(patient, doctor, "09:00");
    String path = "/api/messages/" + doctor.id();
    say(1);
    patient.post("/api/appointments/" + visit + "/cancel", "{\"reason\":\"well\"}").expect(200);
    patient.post(path, "{\"text\":\"hello?\"}").expect(403, "forbidden");
    doctor.post("/api/messages/" + patient.id(), "{\"text\":\"no\"}").expect(403, "forbidden");
    assertEquals(1, patient.get(path).expect(200).json().path("messages").size());
    server.patient("pia").post(path, "{\"text\":\"hello?\"}").expect(404, "not_found");
  }

  @Test
  void case97AVisitIsReviewedOnceWithWholeStarsAndNotBeforeItsEnd() {
    String visit = book(patient, doctor, "09:00");
    String path = "/api/appointments/" + visit;
    String good = "{\"rating\":5,\"review\":\"kind\"}";
    patient.put(path + "/review", good).expect(409, "illegal_transition");
    doctor.post(path + "/confirm", null).expect(200);
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

  private void say(int messages) {
    for (int i = 0; i < messages; i++) {
      patient.post("/api/messages/" + doctor.id(), "{\"text\":\"hello\"}").expect(201);
    }
  }

  private static String book(Client patient, Client doctor, String time) {
    return patient
        .post("/api/appointments", TestServer.booking(doctor, time))
        .expect(201)
        .json()
        .at("/appointment/id")
        .asText();
  }

  private static Client.Answer move(Client actor, String visit, String date, String time) {
    return actor.post(
        "/api/appointments/" + visit + "/reschedule",
        "{\"date\":\"%s\",\"startTime\":\"%s\"}".formatted(date, time));
  }

  private JsonNode read(String visit) {
    return patient.get("/api/appointments/" + visit).expect(200).json().path("appointment");
  }

  private JsonNode zone(String id) {
    return doctor.put("/api/doctors/me", "{\"timeZone\":\"" + id + "\"}").expect(200).json();
  }

  private static String logIn(String email, String password) {
    return "{\"email\":\"%s\",\"password\":\"%s\"}".formatted(email, password);
  }
}
