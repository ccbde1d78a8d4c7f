package io.healthconnect.rest.doctor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.healthconnect.rest.rig.Client;
import io.healthconnect.rest.rig.TestServer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/**
 * H-09: no reply is larger than 200 KB, whatever people have written and however many slots there
 * are.
 */
class ReplySizeTest {
  private static final int MOST = 200 * 1024;
  private static final String DAY =
      "{\"day\":\"%s\",\"windows\":[{\"startTime\":\"00:00\",\"endTime\":\"00:00\"}]}";

  private final TestServer server = new TestServer();

  @AfterEach
  void stop() {
    server.close();
  }

  @Test
  void h09SlotsComeInParts() {
    Client doctor = server.doctor("dora");
    List<String> days = new ArrayList<>();
    for (String day : "monday tuesday wednesday thursday friday saturday sunday".split(" ")) {
      days.add(DAY.formatted(day));
    }
    String week = "{\"schedule\":[" + String.join(",", days) + "]}";
    doctor.put("/api/doctors/me/schedule", week).expect(200);
    doctor.put("/api/doctors/me", "{\"slotMinutes\":5,\"horizonDays\":365}").expect(200);
    List<String> found = new ArrayList<>();
    String from = "2026-03-05";
    int parts = 0;
    while (!from.isEmpty()) {
      String path = "/api/doctors/" + doctor.id() + "/slots?from=" + from + "&to=2026-03-24";
      Client.Answer answer = server.client().get(path).expect(200);
      assertTrue(answer.text().length() <= MOST, () -> answer.text().length() + " bytes");
      answer.json().path("slots").forEach(slot -> found.add(slot.path("startsAt").asText()));
      JsonNode next = answer.json().path("nextFrom");
      from = next.isNull() ? "" : next.asText();
      parts++;
    }
    assertEquals(20 * 288, found.size());
    assertEquals(found.stream().distinct().sorted().toList(), found);
    assertEquals(5, parts);
  }

  @Test
  void h09AListOfLongTextsHasShorterPages() {
    String about = "\u00e9".repeat(2_000);
    for (int i = 0; i < 70; i++) {
      Client doctor = server.doctor("dora" + i);
      doctor.put("/api/doctors/me", "{\"about\":\"" + about + "\"}").expect(200);
      server.clock.advance(Duration.ofSeconds(10));
    }
    List<String> names = new ArrayList<>();
    String cursor = "";
    do {
      Client.Answer answer = server.client().get("/api/doctors?limit=100" + cursor).expect(200);
      assertTrue(answer.response().body().length <= MOST, () -> answer.text().length() + "");
      JsonNode page = answer.json();
      page.path("doctors").forEach(doctor -> names.add(doctor.path("name").asText()));
      JsonNode next = page.path("nextCursor");
      cursor = next.isNull() ? "" : "&cursor=" + next.asText();
    } while (!cursor.isEmpty());
    assertEquals(70, names.size());
    assertEquals(70, names.stream().distinct().count());
  }
}
