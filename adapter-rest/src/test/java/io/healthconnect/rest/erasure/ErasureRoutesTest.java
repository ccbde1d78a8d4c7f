package io.healthconnect.rest.erasure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.healthconnect.domain.appointment.Appointment;
import io.healthconnect.rest.rig.AppointmentScene;
import io.healthconnect.rest.rig.Client;
import io.healthconnect.rest.rig.TestServer;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Erased accounts, and every list that can meet one (edge cases 39 and 99). */
class ErasureRoutesTest {
  private static final String PASSWORD = "{\"password\":\"correct horse\"}";
  private static final String IMAGE = "{\"image\":\"data:image/png;base64,cG5n\"}";
  private final AppointmentScene scene = new AppointmentScene();
  private final TestServer server = scene.server;
  private final Client doctor = scene.doctor;
  private final Client patient = scene.patient;

  @AfterEach
  void stop() {
    scene.close();
  }

  /**
   * An appointment with notes and a review, messages with an image both ways, and a future
   * appointment.
   */
  private String past() {
    String appointment = scene.book(patient, doctor, "09:00");
    doctor.post("/api/appointments/" + appointment + "/confirm", null).expect(200);
    server.clock.set(Instant.parse("2026-03-03T08:10:00Z"));
    doctor.post("/api/appointments/" + appointment + "/complete", null).expect(200);
    doctor.put("/api/appointments/" + appointment + "/notes", "{\"notes\":\"Rest\"}").expect(200);
    patient
        .put("/api/appointments/" + appointment + "/review", "{\"rating\":5,\"review\":\"Kind\"}")
        .expect(200);
    scene.say(2);
    patient.post("/api/messages/" + doctor.id(), IMAGE).expect(201);
    doctor.post("/api/messages/" + patient.id(), IMAGE).expect(201);
    return appointment;
  }

  private static void erase(Client who) {
    who.send("DELETE", "/api/me", PASSWORD).expect(204);
  }

  private static JsonNode get(Client who, String path) {
    return who.get(path).expect(200).json();
  }

  @Test
  void needsTheRightPassword() {
    patient
        .send("DELETE", "/api/me", "{\"password\":\"wrong horse\"}")
        .expect(422, "wrong_password");
    patient.send("DELETE", "/api/me", "{}").expect(400, "invalid_request");
    get(patient, "/api/auth/me");
    for (int i = 0; i < 4; i++) {
      patient.send("DELETE", "/api/me", "{\"password\":\"wrong horse\"}").expect(422);
    }
    assertFalse(
        patient.send("DELETE", "/api/me", PASSWORD).expect(429).header("Retry-After").isEmpty());
  }

  @Test
  void case39EndsEverySessionAndFreesTheAddress() {
    Client elsewhere = server.client().logIn("paul@example.org", "correct horse");
    Client.Answer erased = patient.send("DELETE", "/api/me", PASSWORD).expect(204);
    assertTrue(erased.header("Set-Cookie").contains("Max-Age=0"));
    assertEquals("\"cache\", \"storage\"", erased.header("Clear-Site-Data"));
    for (Client session : List.of(patient, elsewhere)) {
      session.get("/api/auth/me").expect(401, "unauthenticated");
    }
    String logIn = "{\"email\":\"paul@example.org\",\"password\":\"correct horse\"}";
    server.client().post("/api/auth/login", logIn).expect(401, "unauthenticated");
    server.patient("paul");
  }

  @Test
  void case39CancelsWhatIsToCome() {
    String appointment = scene.book(patient, doctor, "09:00");
    erase(patient);
    JsonNode seen = get(doctor, "/api/appointments/" + appointment).path("appointment");
    assertEquals("cancelled", seen.path("status").asText());
    JsonNode last = seen.path("history").path(1);
    assertTrue(last.path("by").isNull());
    assertEquals(Appointment.ACCOUNT_ERASED, last.path("reason").asText());
    scene.book(server.patient("pia"), doctor, "09:00");
  }

  @Test
  void case99TheDoctorsListsReadFormerUser() {
    String appointment = past();
    String other = scene.book(patient, doctor, "16:00");
    erase(patient);
    JsonNode appointments = get(doctor, "/api/appointments").path("appointments");
    assertEquals(2, appointments.size());
    appointments.forEach(
        each -> {
          assertEquals("Former user", each.at("/patient/name").asText());
          assertTrue(each.at("/patient/avatar").isNull());
        });
    JsonNode seen = get(doctor, "/api/appointments/" + appointment).path("appointment");
    assertEquals("Rest", seen.path("notes").asText());
    assertEquals("Former user", seen.at("/patient/name").asText());
    get(doctor, "/api/appointments/" + other);
    get(doctor, "/api/appointments?status=cancelled&with=" + patient.id());
    JsonNode conversation = get(doctor, "/api/messages").at("/conversations/0");
    assertEquals("Former user", conversation.at("/user/name").asText());
    assertFalse(conversation.at("/user/online").asBoolean());
    String thread = "/api/messages/" + patient.id();
    JsonNode messages = get(doctor, thread).path("messages");
    assertEquals(4, messages.size());
    assertEquals("hello", messages.at("/0/text").asText());
    doctor.get(messages.at("/2/image/url").asText()).expect(404);
    doctor.get(messages.at("/3/image/url").asText()).expect(200);
    doctor.post(thread, "{\"text\":\"Hello?\"}").expect(403, "forbidden");
    doctor.post(thread, IMAGE).expect(403, "forbidden");
    doctor.post(thread + "/read", "{\"upTo\":3}").expect(204);
    assertEquals(0, get(doctor, "/api/patients").path("patients").size());
    doctor.get("/api/patients/" + patient.id()).expect(404);
    get(doctor, "/api/calls");
    get(doctor, "/api/me/audit");
    JsonNode review = get(server.client(), "/api/doctors/" + doctor.id() + "/reviews");
    assertEquals("Former user", review.at("/reviews/0/reviewer").asText());
    assertEquals("Kind", review.at("/reviews/0/review").asText());
  }

  @Test
  void case99ThePatientsListsReadFormerUser() {
    String appointment = past();
    String kept = get(patient, "/api/doctors").at("/doctors/0/id").asText();
    erase(doctor);
    JsonNode seen = get(patient, "/api/appointments/" + appointment).path("appointment");
    assertEquals("Former user", seen.at("/doctor/name").asText());
    assertEquals("Cardiology", seen.at("/doctor/specialization").asText());
    assertEquals("Rest", seen.path("notes").asText());
    assertEquals(1, get(patient, "/api/appointments").path("appointments").size());
    assertEquals(
        "Former user", get(patient, "/api/messages").at("/conversations/0/user/name").asText());
    assertEquals(4, get(patient, "/api/messages/" + doctor.id()).path("messages").size());
    patient.post("/api/messages/" + doctor.id(), "{\"text\":\"Hello?\"}").expect(403);
    get(patient, "/api/calls");
    JsonNode audit = get(patient, "/api/me/audit").path("entries");
    assertTrue(audit.size() > 0);
    Client anyone = server.client();
    assertEquals(0, get(anyone, "/api/doctors").path("doctors").size());
    assertEquals(0, get(anyone, "/api/doctors/specializations").path("specializations").size());
    for (String rest : List.of("", "/reviews", "/slots?from=2026-03-04&to=2026-03-04")) {
      anyone.get("/api/doctors/" + kept + rest).expect(404);
    }
    patient.post("/api/appointments", TestServer.booking(doctor, "16:30")).expect(404);
  }

  @Test
  void anAdminErasesAnybodyButTheLastAdmin() {
    Client admin = server.admin("ada");
    String users = "/api/admin/users/";
    past();
    admin.post(users + patient.id() + "/erase", null).expect(204);
    patient.get("/api/auth/me").expect(401);
    admin.get(users + patient.id()).expect(404, "not_found");
    for (String verb : List.of("erase", "enable", "disable", "reset-link")) {
      admin.post(users + patient.id() + '/' + verb, null).expect(404, "not_found");
    }
    admin.delete(users + patient.id() + "/totp").expect(404);
    assertEquals(2, get(admin, "/api/admin/users").path("users").size());
    admin.post(users + admin.id() + "/erase", null).expect(409, "last_admin");
    admin.send("DELETE", "/api/me", PASSWORD).expect(409, "last_admin");
    JsonNode entries = get(admin, "/api/admin/audit").path("entries");
    assertTrue(entries.toString().contains("account_erased"));
    assertTrue(get(admin, "/api/admin/audit?userId=" + patient.id()).path("entries").size() > 0);
  }

  @Test
  void removesTheImages() {
    patient.put("/api/me/avatar", IMAGE).expect(200);
    String avatar = get(patient, "/api/auth/me").at("/user/avatar").asText();
    server.client().get(avatar).expect(200);
    erase(patient);
    server.client().get(avatar).expect(401);
    assertEquals(0, server.images.kept().size());
  }
}
