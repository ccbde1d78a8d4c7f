package io.healthconnect.rest.http.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.healthconnect.rest.rig.Client;
import io.healthconnect.rest.rig.TestServer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * H-09: no reply has more than 200 KB as it is written on the wire, when everybody has written as
 * much as they may, in characters of four bytes; and no list loses anything by that.
 */
class LargestRepliesTest {
  private static final int MOST = 200 * 1024;
  private static final String WIDE = "\uD83D\uDE00";
  private static final int VISITS = 24;
  private static final int MESSAGES = 60;

  private final TestServer server = new TestServer();
  private final Client doctor = server.doctor("dora");
  private final Client patient = server.patient("pat");
  private final List<String> appointments = new ArrayList<>();
  private final Map<Client, String> feeds = new HashMap<>();

  @AfterEach
  void stop() {
    server.close();
  }

  @BeforeEach
  void fill() {
    doctor
        .put(
            "/api/doctors/me",
            "{\"about\":\"%s\",\"slotMinutes\":5,\"horizonDays\":365}".formatted(wide(4000)))
        .expect(200);
    patient.put("/api/patients/me", "{\"allergies\":\"%s\"}".formatted(wide(2000))).expect(200);
    for (int i = 0; i < VISITS; i++) {
      appointments.add(longAppointment(LocalDate.parse("2026-03-03").plusDays(i / 8 * 7L), i % 8));
    }
    for (int i = 0; i < MESSAGES; i++) {
      Client from = i % 2 == 0 ? doctor : patient;
      Client to = i % 2 == 0 ? patient : doctor;
      from.post(
              "/api/messages/" + to.id(),
              "{\"text\":\"%s\",\"clientId\":\"m%d\"}".formatted(wide(4096), i))
          .expect(201);
      server.clock.advance(Duration.ofMillis(1));
    }
    for (Client owner : List.of(doctor, patient)) {
      Client.Answer link = owner.post("/api/me/calendar-link", null).expect(201);
      feeds.put(owner, link.json().at("/calendarLink/url").asText());
    }
  }

  @Test
  void h09EveryRouteThatReadsStaysBelow() {
    Map<String, Integer> tooLarge = new TreeMap<>();
    int read = 0;
    for (Route route : server.server.routes()) {
      if (!route.method().equals("GET") || !route.path().startsWith("/api/")) {
        continue;
      }
      for (Client reader : List.of(doctor, patient)) {
        String path = filled(route.path(), reader);
        for (String query : queries(route.path())) {
          Client.Answer answer = reader.get(path + query);
          read += answer.status() == 200 ? 1 : 0;
          if (answer.response().body().length > MOST) {
            tooLarge.put(route.path() + query, answer.response().body().length);
          }
        }
      }
    }
    assertEquals(Map.of(), tooLarge);
    assertTrue(read >= 25, read + " replies were read");
  }

  @Test
  void h09LongMessagesComeInShorterPagesWithoutAGap() {
    String path = "/api/messages/" + patient.id() + "?limit=100";
    List<Long> forward = new ArrayList<>();
    boolean more = true;
    while (more) {
      long after = forward.isEmpty() ? 0 : forward.get(forward.size() - 1);
      JsonNode page = page(path + "&after=" + after);
      page.path("messages").forEach(message -> forward.add(message.path("seq").asLong()));
      more = page.path("hasMore").asBoolean();
    }
    List<Long> all = new ArrayList<>();
    for (long seq = 1; seq <= MESSAGES; seq++) {
      all.add(seq);
    }
    assertEquals(all, forward);
    List<Long> backward = new ArrayList<>();
    String before = "";
    more = true;
    while (more) {
      JsonNode page = page(path + before);
      List<Long> numbers = new ArrayList<>();
      page.path("messages").forEach(message -> numbers.add(message.path("seq").asLong()));
      backward.addAll(0, numbers);
      before = "&before=" + backward.get(0);
      more = page.path("hasMore").asBoolean();
    }
    assertEquals(all, backward);
  }

  /** Whether there are more is told exactly, at the limit and at both ends. */
  @Test
  void saysExactlyWhetherThereAreMoreMessages() {
    String path = "/api/messages/" + patient.id();
    assertMore(true, path + "?limit=1&after=58", 59);
    assertMore(false, path + "?limit=1&after=59", 60);
    assertMore(false, path + "?limit=2&after=58", 59, 60);
    assertMore(false, path + "?limit=1&after=60");
    assertMore(true, path + "?limit=1&before=3", 2);
    assertMore(false, path + "?limit=1&before=2", 1);
    assertMore(false, path + "?limit=1&before=1");
    assertMore(true, path + "?limit=1", 60);
  }

  @Test
  void h09TheReplyToAChangeOfHoursNamesWhatFitsAndCountsAll() {
    Client.Answer answer = doctor.put("/api/doctors/me/schedule", "{\"schedule\":[]}").expect(200);
    assertTrue(answer.response().body().length <= MOST, () -> answer.text().length() + "");
    assertEquals(VISITS, answer.json().path("noLongerFitCount").asInt());
    JsonNode named = answer.json().path("noLongerFit");
    assertTrue(named.size() >= 1 && named.size() < VISITS, () -> named.size() + " named");
  }

  /** As many exceptions as a doctor may have, each with windows until there are too many. */
  @Test
  void h09LimitsOverridesWithManyWindows() {
    List<String> windows = new ArrayList<>();
    for (int hour = 0; hour < 12; hour++) {
      windows.add("{\"startTime\":\"%02d:00\",\"endTime\":\"%02d:30\"}".formatted(hour, hour));
    }
    String body = "{\"timeOff\":true,\"windows\":[" + String.join(",", windows) + "]}";
    int set = 0;
    LocalDate day = LocalDate.parse("2026-04-01");
    while (doctor.put("/api/doctors/me/overrides/" + day, body).status() == 200) {
      set++;
      day = day.plusDays(1);
    }
    assertEquals(125, set);
    doctor.put("/api/doctors/me/overrides/" + day, body).expect(400, "invalid_request");
    int size = doctor.get("/api/auth/me").expect(200).response().body().length;
    assertTrue(size <= MOST, () -> size + " bytes");
  }

  private void assertMore(boolean more, String path, long... numbers) {
    JsonNode page = page(path);
    List<Long> expected = new ArrayList<>();
    for (long number : numbers) {
      expected.add(number);
    }
    List<Long> found = new ArrayList<>();
    page.path("messages").forEach(message -> found.add(message.path("seq").asLong()));
    assertEquals(expected, found, path);
    assertEquals(more, page.path("hasMore").asBoolean(), path);
  }

  private JsonNode page(String path) {
    Client.Answer answer = doctor.get(path).expect(200);
    assertTrue(answer.response().body().length <= MOST, () -> answer.text().length() + "");
    return answer.json();
  }

  private String longAppointment(LocalDate date, int hour) {
    String start = "%02d:00".formatted(9 + hour);
    String body =
        TestServer.booking(doctor, start)
            .replace("2026-03-03", date.toString())
            .replace("a cough", wide(1000));
    String id =
        patient.post("/api/appointments", body).expect(201).json().at("/appointment/id").asText();
    String appointment = "/api/appointments/" + id;
    doctor.put(appointment + "/notes", "{\"notes\":\"%s\"}".formatted(wide(8000))).expect(200);
    for (int i = 1; i <= 3; i++) {
      String moved =
          "{\"date\":\"%s\",\"startTime\":\"%02d:%02d\",\"reason\":\"%s\"}"
              .formatted(date, 9 + hour, i * 5, wide(500));
      doctor.post(appointment + "/reschedule", moved);
    }
    server.clock.advance(Duration.ofSeconds(5));
    return id;
  }

  private String filled(String path, Client reader) {
    if (path.equals("/api/calendar/{token}.ics")) {
      return feeds.get(reader);
    }
    String other = reader == doctor ? patient.id() : doctor.id();
    String id =
        path.startsWith("/api/doctors")
            ? doctor.id()
            : path.startsWith("/api/patients") ? patient.id() : appointments.get(0);
    return path.replace("{userId}", other).replace("{id}", id);
  }

  private static List<String> queries(String path) {
    return path.endsWith("/slots")
        ? List.of("?from=2026-03-03&to=2026-05-03")
        : List.of("", "?limit=100", "?limit=99");
  }

  private static String wide(int count) {
    String text = WIDE.repeat(count);
    assertEquals(4 * count, text.getBytes(StandardCharsets.UTF_8).length);
    return text;
  }
}
