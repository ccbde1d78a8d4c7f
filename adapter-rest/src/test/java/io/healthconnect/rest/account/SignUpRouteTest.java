package io.healthconnect.rest.account;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import io.healthconnect.rest.rig.Client;
import io.healthconnect.rest.rig.TestServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class SignUpRouteTest {
  private final TestServer server = new TestServer();

  @AfterEach
  void close() {
    server.close();
  }

  private static String body(String role, String members) {
    return """
        {"role":"%s","name":"New","email":"new@example.org","password":"correct horse",%s}"""
        .formatted(role, members);
  }

  private static String doctor(String languages) {
    return body("doctor", "\"specialization\":\"Cardiology\",\"languages\":" + languages);
  }

  private String problem(String body) {
    Client.Answer answer = server.client().post("/api/auth/signup", body);
    JsonNode error = answer.expect(400, "invalid_request").json().at("/errors/0");
    return error.path("field").asText() + " " + error.path("code").asText();
  }

  @Test
  void aDoctorSaysWhichLanguagesTheySpeak() {
    Client doctor = server.client();
    JsonNode user = doctor.signUp(doctor("[\"es\",\"fil\"]")).json().path("user");
    assertEquals("[\"es\",\"fil\"]", user.path("languages").toString());
    JsonNode me = doctor.get("/api/auth/me").expect(200).json().path("user");
    assertEquals("[\"es\",\"fil\"]", me.path("languages").toString());
  }

  @Test
  void aDoctorMaySayNothingOfLanguages() {
    JsonNode user = server.client().signUp(doctor("null")).json().path("user");
    assertEquals("[]", user.path("languages").toString());
  }

  @Test
  void saysWhichLanguageIsWrong() {
    assertEquals("languages[1] invalid_format", problem(doctor("[\"es\",\"EN\"]")));
    assertEquals("languages duplicate", problem(doctor("[\"es\",\"es\"]")));
  }

  @Test
  void onlyDoctorsNameLanguages() {
    assertEquals("languages not_allowed", problem(body("patient", "\"languages\":[\"es\"]")));
  }
}
