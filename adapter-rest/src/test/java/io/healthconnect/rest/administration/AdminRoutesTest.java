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

class AdminRoutesTest {
  private static final String LOG_IN = "{\"email\":\"%s@example.org\",\"password\":\"%s\"}";

  private final TestServer server = new TestServer();
  private final Client admin = server.admin("ada");

  @AfterEach
  void stop() {
    server.close();
  }

  private Client.Answer decide(Client about, String verb) {
    return admin.post("/api/admin/users/" + about.id() + "/" + verb, null);
  }

  private List<String> names(String query) {
    List<String> names = new ArrayList<>();
    admin
        .get("/api/admin/users" + query)
        .expect(200)
        .json()
        .at("/users")
        .forEach(user -> names.add(user.at("/name").asText()));
    names.sort(String::compareTo);
    return names;
  }

  private static String booking(Client doctor, int hour) {
    return TestServer.booking(doctor, "%02d:00".formatted(hour));
  }

  @Test
  void anAdminIsAPersonWithoutAPractice() {
    JsonNode user = admin.get("/api/auth/me").expect(200).json().at("/user");
    assertEquals("admin", user.at("/role").asText());
    assertEquals(9, user.size());
    Client doctor = server.doctor("dora");
    admin.post("/api/appointments", booking(doctor, 9)).expect(403);
    admin.post("/api/messages/" + doctor.id(), "{\"text\":\"Hello\"}").expect(404);
    admin.get("/api/patients/" + server.patient("paul").id()).expect(403);
    assertEquals(0, admin.get("/api/appointments").expect(200).json().at("/appointments").size());
  }

  @Test
  void findsAccountsByWordRoleAndState() {
    server.doctor("dora");
    server.patient("paul");
    Client pia = server.patient("pia");
    decide(pia, "disable").expect(200);
    assertEquals(List.of("ada", "dora", "paul", "pia"), names(""));
    assertEquals(List.of("paul", "pia"), names("?q=p"));
    assertEquals(List.of("dora"), names("?q=dora%40exam"));
    assertEquals(List.of("paul", "pia"), names("?role=patient"));
    assertEquals(List.of("pia"), names("?state=disabled"));
    assertEquals(List.of("paul"), names("?state=active&role=patient"));
    assertEquals(List.of(), names("?state=pending"));
    admin.get("/api/admin/users?state=gone").expect(400, "invalid_request");
    admin.get("/api/admin/users?role=nurse").expect(400, "invalid_request");
    JsonNode page = admin.get("/api/admin/users?limit=3").expect(200).json();
    assertEquals(3, page.at("/users").size());
    String next = "/api/admin/users?limit=3&cursor=" + page.at("/nextCursor").asText();
    JsonNode last = admin.get(next).expect(200).json();
    assertEquals(1, last.at("/users").size());
    assertTrue(last.at("/nextCursor").isNull());
  }

  @Test
  void showsADoctorsPracticeAndNothingOfAPatientsRecord() {
    Client doctor = server.doctor("dora");
    Client patient = server.patient("paul");
    patient.put("/api/patients/me", "{\"allergies\":\"Nuts\"}").expect(200);
    JsonNode dora = admin.get("/api/admin/users/" + doctor.id()).expect(200).json().at("/user");
    assertEquals("Cardiology", dora.at("/practice/specialization").asText());
    assertEquals("approved", dora.at("/approval").asText());
    Client.Answer paul = admin.get("/api/admin/users/" + patient.id()).expect(200);
    assertTrue(paul.json().at("/user/practice").isNull());
    assertTrue(paul.json().at("/user/approval").isNull());
    assertFalse(paul.text().contains("Nuts"));
  }

  @Test
  void aRejectedDoctorIsNeitherFoundNorBookedButPrepares() {
    Client doctor = server.doctor("dora");
    Client patient = server.patient("paul");
    patient.post("/api/appointments", booking(doctor, 9)).expect(201);
    decide(doctor, "reject").expect(200);
    String own = "/api/doctors/" + doctor.id();
    for (Client who : List.of(server.client(), patient)) {
      assertEquals(0, who.get("/api/doctors").expect(200).json().at("/doctors").size());
      assertEquals(
          0,
          who.get("/api/doctors/specializations").expect(200).json().at("/specializations").size());
      who.get(own).expect(404);
      who.get(own + "/slots?from=2026-03-03&to=2026-03-03").expect(404);
      who.get(own + "/reviews").expect(404);
    }
    patient.post("/api/appointments", booking(doctor, 10)).expect(404);
    JsonNode appointment =
        patient.get("/api/appointments").expect(200).json().at("/appointments/0");
    assertEquals("dora", appointment.at("/doctor/name").asText());
    String move = "/api/appointments/" + appointment.at("/id").asText() + "/reschedule";
    patient
        .post(move, "{\"date\":\"2026-03-03\",\"startTime\":\"11:00\"}")
        .expect(422, "outside_schedule");
    doctor.post(move, "{\"date\":\"2026-03-03\",\"startTime\":\"11:00\"}").expect(200);
    String forPatient =
        booking(doctor, 12).replaceFirst("\\{", "{\"patientId\":\"" + patient.id() + "\",");
    doctor.post("/api/appointments", forPatient).expect(403);
    JsonNode me = doctor.get("/api/auth/me").expect(200).json().at("/user");
    assertEquals("rejected", me.at("/approval").asText());
    doctor.put("/api/doctors/me", "{\"about\":\"Kind\"}").expect(200);
    decide(doctor, "approve").expect(200);
    JsonNode shown = patient.get(own).expect(200).json().at("/doctor");
    assertTrue(shown.at("/verified").asBoolean());
    patient.post("/api/appointments", booking(doctor, 13)).expect(201);
  }

  @Test
  void aDisabledAccountIsOutAtOnceAndSaysSoOnlyToTheRightPassword() {
    Client patient = server.patient("paul");
    decide(patient, "disable").expect(200);
    patient.get("/api/auth/me").expect(401);
    Client anybody = server.client();
    anybody
        .post("/api/auth/login", LOG_IN.formatted("paul", "correct horse"))
        .expect(403, "account_disabled");
    Client.Answer wrong =
        anybody
            .post("/api/auth/login", LOG_IN.formatted("paul", "wrong horse"))
            .expect(401, "unauthenticated");
    Client.Answer unknown =
        anybody.post("/api/auth/login", LOG_IN.formatted("nobody", "wrong horse")).expect(401);
    assertEquals(unknown.json().at("/detail").asText(), wrong.json().at("/detail").asText());
    decide(patient, "reset-link").expect(409, "illegal_transition");
    assertTrue(
        decide(patient, "enable").expect(200).json().at("/user/state").asText().equals("active"));
    anybody.logIn("paul@example.org", "correct horse").get("/api/auth/me").expect(200);
  }

  @Test
  void theLastAdminStays() {
    decide(admin, "disable").expect(409, "last_admin");
    Client other = server.admin("otto");
    decide(other, "disable").expect(200);
    other.get("/api/auth/me").expect(401);
    decide(admin, "disable").expect(409, "last_admin");
    decide(server.patient("paul"), "approve").expect(409, "illegal_transition");
  }

  @Test
  void aRejectedDoctorReadsWhy() {
    Client doctor = server.doctor("dora");
    String path = "/api/admin/users/" + doctor.id();
    String reason = "{\"reason\":\" The licence number is missing. \"}";
    JsonNode user = admin.post(path + "/reject", reason).expect(200).json().at("/user");
    assertEquals("The licence number is missing.", user.at("/rejectionReason").asText());
    JsonNode own = doctor.get("/api/auth/me").expect(200).json().at("/user");
    assertEquals("rejected", own.at("/approval").asText());
    assertEquals("The licence number is missing.", own.at("/rejectionReason").asText());
    admin.post(path + "/reject", "{\"reason\":\" \"}").expect(400, "invalid_request");
    admin.post(path + "/reject", "{\"reason\":null}").expect(200);
    assertTrue(doctor.get("/api/auth/me").json().at("/user/rejectionReason").isNull());
    admin.post(path + "/reject", reason).expect(200);
    decide(doctor, "approve").expect(200);
    assertTrue(doctor.get("/api/auth/me").json().at("/user/rejectionReason").isNull());
  }

  @Test
  void anAdminRemovesALostSecondFactor() {
    Client patient = server.patient("paul");
    String path = "/api/admin/users/" + patient.id();
    server.turnOnSecondFactor(patient);
    Client anybody = server.client();
    String logIn = LOG_IN.formatted("paul", "correct horse");
    anybody.post("/api/auth/login", logIn).expect(401, "second_factor_required");
    assertTrue(admin.get(path).expect(200).json().at("/user/secondFactor").asBoolean());
    patient.delete(path + "/totp").expect(403, "forbidden");
    JsonNode user = admin.delete(path + "/totp").expect(200).json().at("/user");
    assertEquals(patient.id(), user.at("/id").asText());
    assertFalse(user.at("/secondFactor").asBoolean(true));
    patient.get("/api/auth/me").expect(401);
    anybody.post("/api/auth/login", logIn).expect(200);
    admin.delete("/api/admin/users/" + admin.id() + "/totp").expect(409, "illegal_transition");
    admin.delete("/api/admin/users/nobody/totp").expect(404);
  }

  @Test
  void aLinkOfAnAdminSetsAPasswordOnce() {
    Client patient = server.patient("paul");
    JsonNode link = decide(patient, "reset-link").expect(200).json().at("/resetLink");
    String secret = link.at("/url").asText().replaceFirst("^/reset#", "");
    assertEquals("2026-03-02T07:30:00.000Z", link.at("/expiresAt").asText());
    String reset = "{\"token\":\"%s\",\"newPassword\":\"battery staple\"}".formatted(secret);
    Client anybody = server.client();
    anybody.post("/api/auth/reset", reset).expect(204);
    anybody.post("/api/auth/reset", reset).expect(422, "invalid_token");
    anybody.logIn("paul@example.org", "battery staple");
  }
}
