package io.healthconnect.rest.notice;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.healthconnect.rest.rig.Client;
import io.healthconnect.rest.rig.TestServer;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class NoticeRoutesTest {
  private final TestServer server = new TestServer();
  private final Client doctor = server.doctor("dora");
  private final Client patient = server.patient("paul");

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

  private static JsonNode list(Client client, String query) {
    return client.get("/api/notices" + query).expect(200).json();
  }

  private static List<String> kinds(JsonNode listing) {
    List<String> kinds = new ArrayList<>();
    listing.at("/notices").forEach(notice -> kinds.add(notice.at("/kind").asText()));
    return kinds;
  }

  @Test
  void showsTheOwnNoticesOfAPersonNewestFirst() {
    String id = book("09:00");
    doctor.post("/api/appointments/" + id + "/confirm", null).expect(200);
    patient.post("/api/appointments/" + id + "/cancel", "{\"reason\":\"Secret\"}").expect(200);
    JsonNode ofDoctor = list(doctor, "");
    assertEquals(List.of("visit_cancelled", "visit_requested"), kinds(ofDoctor));
    assertEquals(2, ofDoctor.at("/unread").asInt());
    assertTrue(ofDoctor.at("/nextCursor").isNull());
    JsonNode newest = ofDoctor.at("/notices/0");
    assertEquals(2, newest.at("/seq").asInt());
    assertEquals(id, newest.at("/appointmentId").asText());
    assertEquals(patient.id(), newest.at("/from").asText());
    assertTrue(newest.at("/readAt").isNull());
    assertEquals(List.of("visit_confirmed"), kinds(list(patient, "")));
    assertEquals(1, ofDoctor.at("/people").size());
    assertEquals(patient.id(), ofDoctor.at("/people/0/id").asText());
    assertEquals("paul", ofDoctor.at("/people/0/name").asText());
  }

  @Test
  void tellsOfAMessageThatCameWhileNobodyWasThere() {
    book("09:00");
    patient
        .post("/api/messages/" + doctor.id(), "{\"text\":\"Canary\",\"clientId\":\"c1\"}")
        .expect(201);
    JsonNode listing = list(doctor, "");
    assertEquals(List.of("new_message", "visit_requested"), kinds(listing));
    assertEquals(-1, listing.toString().indexOf("Canary"));
  }

  /** Edge case 93: the reason of a visit, or of a cancellation, is in no notice. */
  @Test
  void case93NoNoticeHoldsAReason() {
    String id = book("09:00");
    patient.post("/api/appointments/" + id + "/cancel", "{\"reason\":\"Canary\"}").expect(200);
    String all = list(doctor, "").toString();
    assertTrue(all.contains("visit_cancelled"));
    assertEquals(-1, all.indexOf("Canary"));
    JsonNode visit = doctor.get("/api/appointments/" + id).expect(200).json();
    assertEquals(-1, all.indexOf(visit.at("/appointment/reason").asText()));
  }

  @Test
  void showsAndChangesHowAPersonWantsToBeTold() {
    String path = "/api/me/notice-settings";
    JsonNode before = patient.get(path).expect(200).json();
    assertEquals("[1440,60]", before.at("/reminderMinutes").toString());
    assertTrue(before.at("/kinds/visit_reminder/mail").asBoolean());
    assertEquals("[]", doctor.get(path).expect(200).json().at("/reminderMinutes").toString());
    JsonNode after =
        patient
            .put(
                path,
                "{\"kinds\":{\"visit_moved\":{\"mail\":false,\"push\":true}},"
                    + "\"reminderMinutes\":[10,120]}")
            .expect(200)
            .json();
    assertEquals("[120,10]", after.at("/reminderMinutes").toString());
    assertEquals("{\"mail\":false,\"push\":true}", after.at("/kinds/visit_moved").toString());
    assertEquals(after, patient.get(path).expect(200).json());
    for (String same : List.of("{\"kinds\":{}}", "{\"reminderMinutes\":[10,120]}", "{}")) {
      patient.put(path, same).expect(200);
      assertEquals(after, patient.get(path).expect(200).json());
    }
  }

  @Test
  void refusesSettingsThatAreNone() {
    for (String body :
        List.of(
            "{\"kinds\":{\"visit_painted\":{\"mail\":true,\"push\":true}},\"reminderMinutes\":[]}",
            "{\"kinds\":{\"visit_moved\":{\"mail\":true}},\"reminderMinutes\":[]}",
            "{\"kinds\":{\"visit_moved\":null},\"reminderMinutes\":[]}",
            "{\"kinds\":{},\"reminderMinutes\":[null]}",
            "{\"kinds\":{},\"reminderMinutes\":[1]}")) {
      patient.put("/api/me/notice-settings", body).expect(400, "invalid_request");
    }
  }

  @Test
  void savingNotesIsNoNews() {
    String id = book("09:00");
    doctor.post("/api/appointments/" + id + "/confirm", null).expect(200);
    doctor.put("/api/appointments/" + id + "/notes", "{\"notes\":\"Rest\"}").expect(200);
    assertEquals(List.of("visit_confirmed"), kinds(list(patient, "")));
    assertEquals(1, list(patient, "").at("/unread").asInt());
  }

  @Test
  void pagesAndCountsAllThatAreUnread() {
    for (String time : List.of("09:00", "09:30", "10:00")) {
      book(time);
    }
    JsonNode first = list(doctor, "?limit=2");
    assertEquals(2, first.at("/notices").size());
    assertEquals(3, first.at("/unread").asInt());
    JsonNode second = list(doctor, "?limit=2&cursor=" + first.at("/nextCursor").asText());
    assertEquals(1, second.at("/notices/0/seq").asInt());
    assertTrue(second.at("/nextCursor").isNull());
    doctor.get("/api/notices?cursor=x").expect(400, "invalid_request");
    doctor.get("/api/notices?limit=101").expect(400, "invalid_request");
  }

  @Test
  void marksTheOwnUpToANumber() {
    book("09:00");
    book("09:30");
    patient.post("/api/notices/read", "{\"upTo\":2}").expect(204);
    assertEquals(2, list(doctor, "").at("/unread").asInt());
    doctor.post("/api/notices/read", "{\"upTo\":1}").expect(204);
    JsonNode listing = list(doctor, "");
    assertEquals(1, listing.at("/unread").asInt());
    assertTrue(listing.at("/notices/0/readAt").isNull());
    assertTrue(listing.at("/notices/1/readAt").isTextual());
    doctor.post("/api/notices/read", "{\"upTo\":-1}").expect(400, "invalid_request");
    doctor.post("/api/notices/read", "{}").expect(400, "invalid_request");
  }
}
