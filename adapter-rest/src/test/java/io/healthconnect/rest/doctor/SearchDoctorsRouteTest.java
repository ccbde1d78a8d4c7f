package io.healthconnect.rest.doctor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.healthconnect.rest.rig.Client;
import io.healthconnect.rest.rig.TestServer;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What the directory replies, and what it asks for. */
class SearchDoctorsRouteTest {
  private final TestServer server = new TestServer();
  private final Client dora = server.doctor("dora");
  private final Client adam = server.doctor("adam");

  @AfterEach
  void stop() {
    server.close();
  }

  private JsonNode search(String query) {
    return server.client().get("/api/doctors" + query).expect(200).json();
  }

  private List<String> names(String query) {
    List<String> names = new ArrayList<>();
    search(query).path("doctors").forEach(doctor -> names.add(doctor.path("name").asText()));
    return names;
  }

  private void refused(String query, String field, String code) {
    JsonNode error =
        server
            .client()
            .get("/api/doctors" + query)
            .expect(400, "invalid_request")
            .json()
            .at("/errors/0");
    assertEquals(
        List.of(field, code), List.of(error.path("field").asText(), error.path("code").asText()));
  }

  @Test
  void showsTheNextThreeTimes() {
    List<String> times = new ArrayList<>();
    JsonNode first = search("").at("/doctors/0");
    first.path("nextTimes").forEach(time -> times.add(time.asText()));
    assertEquals(
        List.of("2026-03-02T08:00:00.000Z", "2026-03-02T08:30:00.000Z", "2026-03-02T09:00:00.000Z"),
        times);
    assertEquals(times.get(0), first.path("nextFreeAt").asText());
    adam.put("/api/doctors/me/schedule", "{\"schedule\":[]}").expect(200);
    JsonNode none = search("").at("/doctors/0");
    assertTrue(none.path("nextFreeAt").isNull());
    assertEquals(0, none.path("nextTimes").size());
  }

  @Test
  void findsWhoIsFreeInAWeek() {
    dora.put(
            "/api/doctors/me/overrides",
            "{\"from\":\"2026-03-02\",\"to\":\"2026-03-03\",\"timeOff\":true}")
        .expect(200);
    assertEquals(List.of("adam"), names("?availableOn=2026-03-03"));
    assertEquals(List.of("adam"), names("?availableFrom=2026-03-02&availableTo=2026-03-03"));
    assertEquals(
        List.of("adam", "dora"), names("?availableFrom=2026-03-02&availableTo=2026-03-08"));
    assertEquals(List.of(), names("?availableFrom=2026-03-07&availableTo=2026-03-08"));
  }

  @Test
  void saysWhichDatesAreWrong() {
    refused("?availableFrom=2026-03-02", "availableTo", "required");
    refused("?availableTo=2026-03-02", "availableFrom", "required");
    refused("?availableFrom=2026-03-02&availableTo=2026-03-01", "availableTo", "out_of_range");
    refused("?availableFrom=2026-03-02&availableTo=2026-03-09", "availableTo", "too_long");
    refused(
        "?availableOn=2026-03-02&availableFrom=2026-03-02&availableTo=2026-03-02",
        "availableOn",
        "not_allowed");
    refused("?availableOn=2026-03-02&availableTo=2026-03-02", "availableOn", "not_allowed");
  }

  @Test
  void findsWhoSpeaksALanguage() {
    dora.put("/api/doctors/me", "{\"languages\":[\"en\",\"es\"]}").expect(200);
    adam.put("/api/doctors/me", "{\"languages\":[\"es\"]}").expect(200);
    assertEquals(List.of("dora"), names("?language=en"));
    assertEquals(List.of("adam", "dora"), names("?language=es"));
    assertEquals(List.of("dora"), names("?language=es&q=dora"));
    assertEquals(List.of(), names("?language=de"));
    assertEquals("[\"en\",\"es\"]", search("?language=en").at("/doctors/0/languages").toString());
    refused("?language=English", "language", "invalid_format");
    refused("?language=", "language", "invalid_format");
  }

  @Test
  void saysWhatItSearchedForInstead() {
    assertTrue(search("?q=dora").path("searchedFor").isNull());
    JsonNode corrected = search("?q=kardiology&limit=1");
    assertEquals("Cardiology", corrected.path("searchedFor").asText());
    assertEquals("adam", corrected.at("/doctors/0/name").asText());
    assertEquals(2, corrected.path("total").asInt());
    String next = "&limit=1&cursor=" + corrected.path("nextCursor").asText();
    JsonNode second = search("?q=Cardiology" + next);
    assertEquals("dora", second.at("/doctors/0/name").asText());
    assertTrue(second.path("searchedFor").isNull());
    JsonNode nothing = search("?q=nobodyatall");
    assertTrue(nothing.has("searchedFor") && nothing.path("searchedFor").isNull());
    assertEquals(0, nothing.path("doctors").size());
  }

  @Test
  void saysHowManyMatch() {
    assertEquals(2, search("").path("total").asInt());
    JsonNode first = search("?limit=1");
    assertEquals(2, first.path("total").asInt());
    JsonNode second = search("?limit=1&cursor=" + first.path("nextCursor").asText());
    assertTrue(second.has("total") && second.path("total").isNull());
    assertEquals(1, search("?q=dor").path("total").asInt());
    assertEquals(0, search("?q=nobody").path("total").asInt());
    assertEquals(2, search("?availableOn=2026-03-03").path("total").asInt());
    assertTrue(search("?availableOn=2026-03-03&limit=1").path("total").isNull());
  }
}
