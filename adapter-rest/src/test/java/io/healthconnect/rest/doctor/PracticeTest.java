package io.healthconnect.rest.doctor;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import io.healthconnect.rest.rig.Client;
import io.healthconnect.rest.rig.TestServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class PracticeTest {
  private final TestServer server = new TestServer();

  @AfterEach
  void stop() {
    server.close();
  }

  @Test
  void refusesToChangeAPracticeFromAStaleVersion() {
    Client doctor = server.doctor("dora");
    String seen = version(me(doctor));
    String week = "{\"schedule\":[{\"day\":\"monday\",\"windows\":[]}]}";
    JsonNode saved = put(doctor, "/api/doctors/me", "{\"about\":\"Hearts\"}", seen).json();
    assertEquals(version(saved), version(me(doctor)));
    refused(doctor, "/api/doctors/me", "{\"about\":\"Lungs\"}", seen);
    refused(doctor, "/api/doctors/me/schedule", week, seen);
    refused(doctor, "/api/doctors/me/overrides/2026-03-05", "{\"timeOff\":true}", seen);
    doctor
        .send("DELETE", "/api/doctors/me/overrides/2026-03-05", null, "If-Match", seen)
        .expect(412, "precondition_failed");
    assertEquals("Hearts", me(doctor).path("about").asText());
    assertEquals(0, me(doctor).path("overrides").size());
    put(doctor, "/api/doctors/me/schedule", week, version(saved));
    doctor.put("/api/doctors/me", "{\"about\":\"Any version\"}").expect(200);
  }

  @Test
  void keepsLanguagesUntilOthersAreSent() {
    Client doctor = server.doctor("dora");
    assertEquals("[]", me(doctor).path("languages").toString());
    JsonNode saved = languages(doctor, "[\"es\",\"fil\"]").expect(200).json();
    assertEquals("[\"es\",\"fil\"]", saved.at("/doctor/languages").toString());
    doctor.put("/api/doctors/me", "{\"about\":\"Hearts\"}").expect(200);
    languages(doctor, "null").expect(200);
    assertEquals("[\"es\",\"fil\"]", me(doctor).path("languages").toString());
    languages(doctor, "[]").expect(200);
    assertEquals("[]", me(doctor).path("languages").toString());
  }

  @Test
  void saysWhichLanguageIsWrong() {
    Client doctor = server.doctor("dora");
    assertEquals("languages[1] invalid_format", problem(doctor, "[\"es\",\"EN\"]"));
    assertEquals("languages[0] required", problem(doctor, "[null]"));
    assertEquals("languages duplicate", problem(doctor, "[\"es\",\"es\"]"));
    assertEquals(
        "languages too_long",
        problem(
            doctor,
            "[\"aa\",\"bb\",\"cc\",\"dd\",\"ee\",\"ff\",\"gg\",\"hh\",\"ii\",\"jj\",\"kk\"]"));
  }

  private static Client.Answer languages(Client doctor, String tags) {
    return doctor.put("/api/doctors/me", "{\"languages\":" + tags + "}");
  }

  private static String problem(Client doctor, String tags) {
    JsonNode error = languages(doctor, tags).expect(400, "invalid_request").json().at("/errors/0");
    return error.path("field").asText() + " " + error.path("code").asText();
  }

  @Test
  void aProblemWithinAListNamesTheElement() {
    Client doctor = server.doctor("dora");
    String monday = "{\"day\":\"monday\",\"windows\":[]}";
    String tuesday = "{\"day\":\"tuesday\",\"windows\":[%s]}";
    String eight = "{\"startTime\":\"08:00\",\"endTime\":\"09:00\"}";
    String none = "{\"startTime\":\"10:00\",\"endTime\":\"10:00\"}";
    assertEquals(
        "schedule[1].windows[1].endTime",
        fieldOf(doctor, week(monday, tuesday.formatted(eight + "," + none))));
    assertEquals(
        "schedule[1]", fieldOf(doctor, week(monday, tuesday.formatted(eight + "," + eight))));
    assertEquals("schedule[1].day", fieldOf(doctor, week(monday, monday)));
  }

  private static String week(String first, String second) {
    return "{\"schedule\":[" + first + "," + second + "]}";
  }

  private static String fieldOf(Client doctor, String week) {
    return doctor
        .put("/api/doctors/me/schedule", week)
        .expect(400, "invalid_request")
        .json()
        .at("/errors/0/field")
        .asText();
  }

  private static JsonNode me(Client client) {
    return client.get("/api/auth/me").expect(200).json().path("user");
  }

  private static String version(JsonNode holder) {
    return "\"" + holder.path("version").longValue() + "\"";
  }

  private static Client.Answer put(Client client, String path, String body, String version) {
    return client.send("PUT", path, body, "If-Match", version).expect(200);
  }

  private static void refused(Client client, String path, String body, String version) {
    client.send("PUT", path, body, "If-Match", version).expect(412, "precondition_failed");
  }
}
