package io.healthconnect.rest.calendar;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.healthconnect.domain.account.Decision;
import io.healthconnect.rest.rig.Client;
import io.healthconnect.rest.rig.TestServer;
import java.time.Duration;
import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class CalendarRoutesTest {
  private final TestServer server = new TestServer();
  private final Client doctor = server.doctor("dora");
  private final Client patient = server.patient("paul");
  private final Client program = server.client();

  @AfterEach
  void stop() {
    server.close();
  }

  private String book(String time) {
    return patient
        .post("/api/appointments", TestServer.booking(doctor, time))
        .expect(201)
        .json()
        .at("/appointment/id")
        .asText();
  }

  private String link() {
    return patient
        .post("/api/me/calendar-link", null)
        .expect(201)
        .json()
        .at("/calendarLink/url")
        .asText();
  }

  @Test
  void givesAnAppointmentAsAFile() {
    String id = book("09:00");
    Client.Answer file = patient.get("/api/appointments/" + id + "/calendar.ics").expect(200);
    assertEquals(
        "text/calendar; charset=utf-8", file.header("Content-Type").toLowerCase(Locale.ROOT));
    assertEquals("attachment; filename=\"visit.ics\"", file.header("Content-Disposition"));
    assertEquals("no-store", file.header("Cache-Control"));
    assertEquals("en\ndora 09:00 pending 1\n", file.text());
    doctor.put("/api/me/preferences", "{\"language\":\"es\",\"timeZone\":\"Europe/Madrid\"}");
    assertEquals(
        "es\npaul 09:00 pending 1\n",
        doctor.get("/api/appointments/" + id + "/calendar.ics").expect(200).text());
  }

  @Test
  void givesTheFeedToWhoeverHoldsTheLink() {
    String id = book("09:00");
    String link = link();
    assertEquals("feed en\ndora 09:00 pending 1\n", program.get(link).expect(200).text());
    doctor.post("/api/appointments/" + id + "/confirm", null).expect(200);
    patient.post("/api/appointments/" + id + "/cancel", "{\"reason\":\"ill\"}").expect(200);
    assertEquals("feed en\ndora 09:00 cancelled 3\n", program.get(link).expect(200).text());
  }

  @Test
  void theLinkIsGoodForNothingElse() {
    book("09:00");
    String secret = link().replaceAll("^/api/calendar/|\\.ics$", "");
    Client thief = server.client().withToken(secret);
    thief.get("/api/appointments").expect(401);
    thief.get("/api/me/calendar-link").expect(401);
    program.get("/api/calendar/" + secret).expect(404);
    program.send("POST", "/api/calendar/" + secret + ".ics", null).expect(405);
  }

  @Test
  void case92AnUnchangedFeedIsNotSentAgain() {
    String id = book("09:00");
    String link = link();
    Client.Answer first = program.get(link).expect(200);
    String tag = first.header("ETag");
    assertEquals("private, no-cache", first.header("Cache-Control"));
    server.clock.advance(Duration.ofMinutes(5));
    Client.Answer second = program.send("GET", link, null, "If-None-Match", tag).expect(304);
    assertEquals("", second.text());
    assertEquals(tag, second.header("ETag"));
    doctor.post("/api/appointments/" + id + "/confirm", null).expect(200);
    Client.Answer third = program.send("GET", link, null, "If-None-Match", tag).expect(200);
    assertNotEquals(tag, third.header("ETag"));
    assertTrue(third.text().contains("scheduled"), third.text());
  }

  @Test
  void case92AFormerLinkFindsNothing() {
    String former = link();
    String next = link();
    assertNotEquals(former, next);
    program.get(former).expect(404, "not_found");
    program.get(next).expect(200);
  }

  @Test
  void case92LimitsHowOftenAFeedIsRead() {
    String link = link();
    for (int i = 0; i < 12; i++) {
      program.get(link).expect(200);
    }
    Client.Answer refused = program.get(link).expect(429, "rate_limited");
    assertEquals("5", refused.header("Retry-After"));
    Client other = server.patient("pia");
    String url = other.post("/api/me/calendar-link", null).json().at("/calendarLink/url").asText();
    program.get(url).expect(200);
    server.clock.advance(Duration.ofSeconds(5));
    program.get(link).expect(200);
  }

  @Test
  void tellsWhetherThereIsALinkButNotWhichOne() {
    assertEquals(
        "{\"calendarLink\":null}", patient.get("/api/me/calendar-link").expect(200).text());
    String link = link();
    Client.Answer answer = patient.get("/api/me/calendar-link").expect(200);
    assertTrue(answer.json().at("/calendarLink/url").isNull());
    assertEquals("2026-03-02T07:00:00.000Z", answer.json().at("/calendarLink/createdAt").asText());
    assertFalse(answer.text().contains(link));
    assertEquals("{\"calendarLink\":null}", doctor.get("/api/me/calendar-link").expect(200).text());
  }

  @Test
  void aDisabledAccountHasNoFeed() {
    String link = link();
    server.decide(patient, Decision.DISABLE);
    program.get(link).expect(404);
    server.decide(patient, Decision.ENABLE);
    program.get(link).expect(200);
  }
}
