package io.healthconnect.rest.export;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.healthconnect.rest.rig.AppointmentScene;
import io.healthconnect.rest.rig.Client;
import io.healthconnect.rest.rig.TestServer;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What people get when they download their data (edge case 100). */
class ExportRoutesTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String IMAGE = "{\"image\":\"data:image/png;base64,cG5n\"}";
  private final AppointmentScene scene = new AppointmentScene();
  private final TestServer server = scene.server;
  private final Client doctor = scene.doctor;
  private final Client patient = scene.patient;

  @AfterEach
  void stop() {
    scene.close();
  }

  private static Map<String, byte[]> files(Client who) throws IOException {
    Client.Answer answer = who.get("/api/me/export").expect(200);
    assertEquals("application/zip", answer.header("Content-Type"));
    assertEquals(
        "attachment; filename=\"health-connect.zip\"", answer.header("Content-Disposition"));
    assertEquals("no-store", answer.header("Cache-Control"));
    Map<String, byte[]> files = new TreeMap<>();
    try (ZipInputStream zip =
        new ZipInputStream(new ByteArrayInputStream(answer.response().body()))) {
      for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        files.put(entry.getName(), zip.readAllBytes());
      }
    }
    return files;
  }

  private static JsonNode json(Map<String, byte[]> files, String name) throws IOException {
    return JSON.readTree(files.get(name + ".json"));
  }

  private String completed() {
    String appointment = scene.book(patient, doctor, "09:00");
    doctor.post("/api/appointments/" + appointment + "/confirm", null).expect(200);
    server.clock.set(Instant.parse("2026-03-03T08:10:00Z"));
    for (String text : new String[] {"Cough", "Rest"}) {
      doctor
          .put("/api/appointments/" + appointment + "/notes", "{\"notes\":\"" + text + "\"}")
          .expect(200);
    }
    doctor.post("/api/appointments/" + appointment + "/complete", null).expect(200);
    return appointment;
  }

  @Test
  void aPatientGetsEverythingOfTheirOwn() throws IOException {
    patient.put("/api/patients/me", "{\"allergies\":\"Nuts\"}").expect(200);
    patient.put("/api/me/avatar", IMAGE).expect(200);
    completed();
    String open = scene.book(patient, doctor, "16:00");
    doctor.put("/api/appointments/" + open + "/notes", "{\"notes\":\"Secret\"}").expect(200);
    scene.say(50);
    doctor.post("/api/messages/" + patient.id(), IMAGE).expect(201);
    doctor.get("/api/patients/" + patient.id()).expect(200);
    Map<String, byte[]> files = files(patient);
    assertEquals("paul@example.org", json(files, "account").at("/0/email").asText());
    assertEquals("Nuts", json(files, "record").at("/0/allergies").asText());
    assertEquals(1, json(files, "sessions").size());
    JsonNode appointments = json(files, "appointments");
    assertEquals(2, appointments.size());
    assertEquals("Rest", appointments.at("/0/notes/0/text").asText());
    assertEquals(1, appointments.at("/0/notes").size());
    assertEquals(3, appointments.at("/0/history").size());
    assertEquals(0, appointments.at("/1/notes").size());
    assertEquals(51, json(files, "messages").size());
    assertEquals("dora", json(files, "people").at("/0/name").asText());
    assertEquals("data_exported", json(files, "audit").at("/0/action").asText());
    assertEquals("record_read", json(files, "audit").at("/1/action").asText());
    assertEquals(2, files.keySet().stream().filter(name -> name.startsWith("images/")).count());
    assertFalse(
        new String(files.get("appointments.json"), StandardCharsets.UTF_8).contains("Secret"));
    assertFalse(files.containsKey("practice.json"));
  }

  @Test
  void aDoctorGetsThePracticeAndEachVersionOfTheNotes() throws IOException {
    completed();
    Map<String, byte[]> files = files(doctor);
    assertEquals("Cardiology", json(files, "practice").at("/0/specialization").asText());
    assertEquals(2, json(files, "appointments").at("/0/notes").size());
    assertEquals("Cough", json(files, "appointments").at("/0/notes/0/text").asText());
    assertFalse(files.containsKey("record.json"));
    assertFalse(files.containsKey("messages.json"));
  }

  @Test
  void bothGetTheDocumentsThatTheySent() throws IOException {
    completed();
    String pdf = "%PDF-1.7 %%EOF";
    String url =
        "data:application/pdf;base64,"
            + Base64.getEncoder().encodeToString(pdf.getBytes(StandardCharsets.UTF_8));
    String id =
        patient
            .post("/api/messages/" + doctor.id(), "{\"document\":\"" + url + "\"}")
            .expect(201)
            .json()
            .at("/message/document/id")
            .asText();
    for (Client one : List.of(patient, doctor)) {
      Map<String, byte[]> files = files(one);
      assertArrayEquals(
          pdf.getBytes(StandardCharsets.UTF_8), files.get("documents/" + id + ".pdf"));
      assertEquals("document.pdf", json(files, "messages").at("/0/document/name").asText());
    }
    assertTrue(audit(patient).contains("image_read " + id));
  }

  @Test
  void anAdminGetsTheAccount() throws IOException {
    assertEquals(
        Set.of("account.json", "audit.json", "notices.json", "sessions.json"),
        files(server.admin("ada")).keySet());
  }

  /** N-01. */
  @Test
  void n01OthersSeeThatTheirNotesAndImagesWereDownloaded() throws IOException {
    String appointment = completed();
    scene.book(patient, doctor, "16:00");
    String image =
        patient
            .post("/api/messages/" + doctor.id(), IMAGE)
            .expect(201)
            .json()
            .at("/message/image/id")
            .asText();
    doctor.post("/api/messages/" + patient.id(), IMAGE).expect(201);
    int before = audit(patient).size();
    files(doctor);
    List<String> told = audit(patient);
    assertEquals(
        List.of("image_read " + image, "notes_read " + appointment),
        told.subList(0, told.size() - before));
    int own = audit(doctor).size();
    files(patient);
    assertEquals(own + 1, audit(doctor).size());
    assertTrue(audit(doctor).get(0).startsWith("image_read "));
  }

  private static List<String> audit(Client who) {
    List<String> entries = new ArrayList<>();
    who.get("/api/me/audit?limit=100")
        .expect(200)
        .json()
        .path("entries")
        .forEach(
            entry ->
                entries.add(
                    entry.path("action").asText() + " " + entry.path("objectId").asText("-")));
    return entries;
  }

  /** N-03. */
  @Test
  void n03NothingIsExportedThatCannotBeLogged() {
    server.auditAway.set(true);
    patient.get("/api/me/export").expect(503, "unavailable");
    server.auditAway.set(false);
    patient.get("/api/me/export").expect(200);
  }

  /** Without a body, nothing is collected: no audit log is needed for it. */
  @Test
  void aRequestForTheHeadersCollectsNothing() {
    server.auditAway.set(true);
    Client.Answer head = patient.send("HEAD", "/api/me/export", null).expect(200);
    assertEquals("application/zip", head.header("Content-Type"));
    assertEquals("", head.header("Content-Length"));
    server.client().send("HEAD", "/api/me/export", null).expect(401);
  }

  @Test
  void leavesOutWhatWasErased() throws IOException {
    scene.book(patient, doctor, "09:00");
    patient.post("/api/messages/" + doctor.id(), IMAGE).expect(201);
    patient.send("DELETE", "/api/me", "{\"password\":\"correct horse\"}").expect(204);
    Map<String, byte[]> files = files(doctor);
    assertEquals("Former user", json(files, "people").at("/0/name").asText());
    assertTrue(files.keySet().stream().noneMatch(name -> name.startsWith("images/")));
  }
}
