package io.healthconnect.rest.evidence;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.healthconnect.domain.audit.AuditAction;
import io.healthconnect.domain.audit.AuditEvent;
import io.healthconnect.rest.rig.Client;
import io.healthconnect.rest.rig.TestServer;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Set;
import java.util.TreeSet;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What doctors show admins. The testkit's cleaner takes words for images. */
class EvidenceRoutesTest {
  private static final String OWN = "/api/doctors/me/credentials";

  private TestServer server;
  private Client doctor;
  private Client admin;

  @BeforeEach
  void start() {
    server = new TestServer();
    doctor = server.doctor("dora");
    admin = server.admin("ada");
  }

  @AfterEach
  void stop() {
    server.close();
  }

  private JsonNode add(String image) {
    String data = Base64.getEncoder().encodeToString(image.getBytes(StandardCharsets.UTF_8));
    return doctor
        .put(OWN, "{\"image\":\"data:image/png;base64," + data + "\"}")
        .expect(200)
        .json()
        .at("/credentials");
  }

  private JsonNode seenByAdmin() {
    return admin.get("/api/admin/users/" + doctor.id()).expect(200).json().at("/user/credentials");
  }

  private long looks() {
    return server.store.audit().events().stream()
        .map(AuditEvent::action)
        .filter(action -> action == AuditAction.DOCUMENT_READ)
        .count();
  }

  @Test
  void aFormOrJsonChangesWhatItNamesAndKeepsTheRest() {
    String form =
        "--xyz\r\nContent-Disposition: form-data; name=\"licenceNumber\"\r\n\r\nMD-4711\r\n"
            + "--xyz\r\nContent-Disposition: form-data; name=\"image\"; filename=\"a.jpg\"\r\n\r\n"
            + "jpeg diploma\r\n--xyz--\r\n";
    HttpRequest.Builder request =
        doctor
            .builder(OWN)
            .header("Content-Type", "multipart/form-data; boundary=xyz")
            .header("Authorization", "Bearer " + doctor.token())
            .method("PUT", HttpRequest.BodyPublishers.ofString(form));
    JsonNode first = doctor.send(request).expect(200).json().at("/credentials");
    assertEquals("MD-4711", first.at("/licenceNumber").asText());
    assertEquals(1, first.at("/documents").size());
    JsonNode second = add("png licence");
    assertEquals("MD-4711", second.at("/licenceNumber").asText());
    assertEquals(first.at("/documents/0"), second.at("/documents/0"));
    JsonNode third =
        doctor.put(OWN, "{\"licenceNumber\":\"\"}").expect(200).json().at("/credentials");
    assertTrue(third.at("/licenceNumber").isNull());
    assertEquals(second.at("/documents"), third.at("/documents"));
    assertEquals(third, doctor.get(OWN).expect(200).json().at("/credentials"));
    doctor.put(OWN, "{\"text\":\"x\"}").expect(400, "invalid_request");
    doctor.put(OWN, "{\"clientId\":\"x\"}").expect(400, "invalid_request");
    doctor.put(OWN, "{\"licenceNumber\":\"" + "1".repeat(101) + "\"}").expect(400);
  }

  @Test
  void otherUploadsTakeNoLicenceNumber() {
    Client patient = server.patient("paul");
    patient.post("/api/appointments", TestServer.booking(doctor, "09:00")).expect(201);
    String body = "{\"text\":\"x\",\"licenceNumber\":\"MD\"}";
    patient.post("/api/messages/" + doctor.id(), body).expect(400, "invalid_request");
    String image = "{\"image\":\"data:image/png;base64,cG5n\",\"licenceNumber\":\"MD\"}";
    patient.put("/api/me/avatar", image).expect(400, "invalid_request");
  }

  @Test
  void anAdminSeesThemAndEachLookIsLoggedFirst() {
    String id = add("png licence").at("/documents/0/id").asText();
    doctor.put(OWN, "{\"licenceNumber\":\"MD-4711\"}").expect(200);
    JsonNode seen = seenByAdmin();
    assertEquals("MD-4711", seen.at("/licenceNumber").asText());
    String url = seen.at("/documents/0/url").asText();
    assertEquals("/api/admin/documents/" + id, url);
    assertEquals(0, looks());
    Client.Answer image = admin.get(url).expect(200);
    assertEquals("png licence", image.text());
    assertEquals("private, no-store", image.header("Cache-Control"));
    assertEquals("default-src 'none'; sandbox", image.header("Content-Security-Policy"));
    assertEquals(1, looks());
    server.auditAway.set(true);
    admin.get(url).expect(503);
    server.auditAway.set(false);
    JsonNode entry = doctor.get("/api/me/audit").expect(200).json().at("/entries/0");
    assertEquals("document_read", entry.at("/action").asText());
    assertEquals(admin.id(), entry.at("/actor/id").asText());
    Client patient = server.patient("paul");
    String path = "/api/admin/users/" + patient.id();
    assertTrue(admin.get(path).expect(200).json().at("/user/credentials").isNull());
  }

  @Test
  void nobodyElseEverReadsAnythingOfThem() {
    JsonNode added = add("png licence");
    String url = added.at("/documents/0/url").asText();
    String id = added.at("/documents/0/id").asText();
    doctor.put(OWN, "{\"licenceNumber\":\"MD-4711\"}").expect(200);
    assertEquals("png licence", doctor.get(url).expect(200).text());
    assertEquals("", doctor.get(url).header("ETag"));
    Client patient = server.patient("paul");
    patient.post("/api/appointments", TestServer.booking(doctor, "09:00")).expect(201);
    patient.get(url).expect(404, "not_found");
    server.client().get(url).expect(401, "unauthenticated");
    for (String open :
        new String[] {"/api/doctors/" + doctor.id(), "/api/doctors", "/api/appointments"}) {
      String text = patient.get(open).expect(200).text();
      assertFalse(text.contains("MD-4711") || text.contains(id), open);
    }
    assertEquals(0, looks());
  }

  @Test
  void aRemovedDocumentIsGoneForEverybody() {
    String id = add("png wrong").at("/documents/0/id").asText();
    String path = OWN + "/documents/" + id;
    Client other = server.doctor("otto");
    other.delete(path).expect(404, "not_found");
    JsonNode left = doctor.delete(path).expect(200).json().at("/credentials");
    assertEquals(0, left.at("/documents").size());
    doctor.delete(path).expect(404, "not_found");
    doctor.get("/api/media/" + id).expect(404);
    admin.get("/api/admin/documents/" + id).expect(404);
    assertEquals(0, looks());
    assertEquals(Set.of(), server.images.kept());
  }

  @Test
  void anEleventhDocumentIsRefused() {
    for (int i = 0; i < 10; i++) {
      add("png " + i);
    }
    doctor.put(OWN, "{\"image\":\"data:image/png;base64,cG5n\"}").expect(422, "limit_reached");
    assertEquals(10, server.images.kept().size());
  }

  @Test
  void aDownloadHasThemWithTheirImages() throws IOException {
    String id = add("png licence").at("/documents/0/id").asText();
    doctor.put(OWN, "{\"licenceNumber\":\"MD-4711\"}").expect(200);
    byte[] zip = doctor.get("/api/me/export").expect(200).response().body();
    Set<String> names = new TreeSet<>();
    String credentials = "";
    try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(zip))) {
      for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
        names.add(entry.getName());
        if (entry.getName().equals("credentials.json")) {
          credentials = new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
      }
    }
    assertTrue(credentials.contains("MD-4711"), credentials);
    assertTrue(names.contains("images/" + id + ".png"), () -> names.toString());
  }
}
