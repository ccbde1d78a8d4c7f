package io.healthconnect.rest.administration;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.healthconnect.rest.rig.Client;
import io.healthconnect.rest.rig.TestServer;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class AuditRoutesTest {
  private final TestServer server = new TestServer();
  private final Client doctor = server.doctor("dora");
  private final Client patient = server.patient("paul");
  private final String appointment = appointment();

  @AfterEach
  void stop() {
    server.close();
  }

  /** An appointment with notes. */
  private String appointment() {
    String id =
        patient
            .post("/api/appointments", TestServer.booking(doctor, "09:00"))
            .expect(201)
            .json()
            .at("/appointment/id")
            .asText();
    return "/api/appointments/" + id;
  }

  private void note() {
    doctor.put(appointment + "/notes", "{\"notes\":\"Rest\"}").expect(200);
  }

  private static List<String> entries(Client.Answer answer) {
    List<String> entries = new ArrayList<>();
    for (JsonNode entry : answer.expect(200).json().at("/entries")) {
      entries.add(
          entry.at("/action").asText()
              + " by "
              + entry.at("/actor/name").asText("-")
              + " of "
              + entry.at("/subject/name").asText("-"));
    }
    return entries;
  }

  /** What is new in the patient's own view since it had so many entries. */
  private List<String> since(int before) {
    List<String> all = entries(patient.get("/api/me/audit?limit=100"));
    return all.subList(0, all.size() - before);
  }

  private int count() {
    return since(0).size();
  }

  /** N-01. */
  @Test
  void n01EachReadOfARecordIsOneEntryAndListsCountEach() {
    int before = count();
    doctor.get("/api/patients/" + patient.id()).expect(200);
    doctor.get("/api/patients").expect(200);
    patient.get("/api/patients/me").expect(200);
    patient.get("/api/auth/me").expect(200);
    doctor.get("/api/patients/" + server.patient("pia").id()).expect(404);
    String read = "record_read by dora of paul";
    assertEquals(List.of(read, read), since(before));
  }

  /** N-01. */
  @Test
  void n01EachReadOfNotesIsOneEntryWhicheverRouteShowsThem() {
    int before = count();
    doctor.get(appointment).expect(200);
    doctor.get("/api/appointments").expect(200);
    assertEquals(List.of(), since(before));
    note();
    String read = "notes_read by dora of paul";
    assertEquals(List.of(read), since(before));
    doctor.get(appointment).expect(200);
    doctor.get("/api/appointments").expect(200);
    patient.get(appointment).expect(200);
    patient.get("/api/appointments").expect(200);
    doctor.post(appointment + "/confirm", null).expect(200);
    patient
        .post(appointment + "/reschedule", "{\"date\":\"2026-03-03\",\"startTime\":\"11:00\"}")
        .expect(200);
    assertEquals(List.of(read, read, read, read), since(before));
  }

  /** N-01. */
  @Test
  void n01AnImageReadByTheReceiverIsOneEntry() {
    String image =
        patient
            .post("/api/messages/" + doctor.id(), "{\"image\":\"data:image/png;base64,cG5n\"}")
            .expect(201)
            .json()
            .at("/message/image/url")
            .asText();
    int before = count();
    patient.get(image).expect(200);
    server.client().get(image).expect(401);
    server.doctor("otto").get(image).expect(404);
    doctor.get(image).expect(200);
    assertEquals(List.of("image_read by dora of paul"), since(before));
  }

  /** N-03. */
  @Test
  void n03WhatCannotBeWrittenDownIsNotShown() {
    note();
    String image =
        patient
            .post("/api/messages/" + doctor.id(), "{\"image\":\"data:image/png;base64,cG5n\"}")
            .expect(201)
            .json()
            .at("/message/image/url")
            .asText();
    Client admin = server.admin("ada");
    server.auditAway.set(true);
    for (String path :
        List.of(
            "/api/patients/" + patient.id(),
            "/api/patients",
            appointment,
            "/api/appointments",
            image)) {
      Client.Answer refused = doctor.get(path).expect(503, "unavailable");
      assertTrue(!refused.text().contains("Rest"), path);
    }
    for (String path :
        List.of(
            "/api/admin/users",
            "/api/admin/users/" + patient.id(),
            "/api/admin/audit",
            "/api/admin/system")) {
      admin.get(path).expect(503, "unavailable");
    }
    server
        .client()
        .post("/api/auth/login", "{\"email\":\"paul@example.org\",\"password\":\"correct horse\"}")
        .expect(503, "unavailable");
    patient.get(appointment).expect(200);
    patient.get("/api/patients/me").expect(200);
    server.auditAway.set(false);
    doctor.get(appointment).expect(200);
  }

  @Test
  void adminsSeeEverythingAndTheirLookIsAnEntry() {
    Client admin = server.admin("ada");
    List<String> all = entries(admin.get("/api/admin/audit?limit=100"));
    assertEquals("audit_read by ada of -", all.get(0));
    assertTrue(all.contains("signed_in by dora of dora"), all.toString());
    List<String> paul = entries(admin.get("/api/admin/audit?userId=" + patient.id()));
    assertEquals(List.of("audit_read by ada of paul", "signed_in by paul of paul"), paul);
    assertEquals("audit_read by ada of paul", since(0).get(0));
    JsonNode page = admin.get("/api/admin/audit?limit=2").expect(200).json();
    assertEquals(2, page.at("/entries").size());
    String next = "/api/admin/audit?limit=2&cursor=" + page.at("/nextCursor").asText();
    JsonNode more = admin.get(next).expect(200).json();
    assertEquals(page.at("/entries/1/number").asLong() - 1, more.at("/entries/0/number").asLong());
  }

  @Test
  void peopleSeeTheSessionsOfTheirOwnLogInsOnly() {
    doctor.get("/api/patients/" + patient.id()).expect(200);
    JsonNode entries = patient.get("/api/me/audit").expect(200).json().at("/entries");
    assertTrue(entries.at("/0/sessionId").isNull());
    assertTrue(entries.at("/1/sessionId").isTextual());
  }

  @Test
  void onlyAdminsSeeTheAddressesThatTellAdminsApart() {
    Client admin = server.admin("ada");
    admin.get("/api/admin/users/" + patient.id()).expect(200);
    JsonNode own = patient.get("/api/me/audit?limit=1").expect(200).json().at("/entries/0");
    assertEquals("ada", own.at("/actor/name").asText());
    assertTrue(own.at("/actor/email").isNull());
    JsonNode all = admin.get("/api/admin/audit?limit=2").expect(200).json().at("/entries/1");
    assertEquals("account_read", all.at("/action").asText());
    assertEquals("ada@example.org", all.at("/actor/email").asText());
    assertEquals("paul@example.org", all.at("/subject/email").asText());
  }

  /** Neither the former address nor what the store keeps in its place. */
  @Test
  void case99NobodySeesAnAddressOfAnErasedAccount() {
    Client admin = server.admin("ada");
    doctor.get("/api/patients/" + patient.id()).expect(200);
    String about = "/api/admin/audit?limit=100&userId=" + patient.id();
    assertTrue(admin.get(about).expect(200).text().contains("paul@example.org"));
    admin.post("/api/admin/users/" + patient.id() + "/erase", null).expect(204);
    for (Client.Answer seen :
        List.of(
            admin.get(about),
            admin.get("/api/admin/audit?limit=100"),
            doctor.get("/api/me/audit?limit=100"))) {
      String text = seen.expect(200).text();
      assertFalse(text.contains("paul@") || text.contains(".invalid"), text);
    }
    JsonNode read = admin.get(about).expect(200).json();
    for (JsonNode entry : read.at("/entries")) {
      assertEquals(patient.id(), entry.at("/subject/id").asText());
      assertEquals("Former user", entry.at("/subject/name").asText());
      assertTrue(entry.at("/subject/email").isNull());
    }
    assertTrue(read.at("/entries").size() > 3);
  }
}
