package io.healthconnect.rest.account;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.healthconnect.domain.account.AccountId;
import io.healthconnect.domain.account.Decision;
import io.healthconnect.domain.account.SecondFactor;
import io.healthconnect.rest.RestSettings;
import io.healthconnect.rest.rig.Client;
import io.healthconnect.rest.rig.TestServer;
import io.healthconnect.testkit.account.PlainTimeCodes;
import java.net.URI;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** G-14: the second factor, from set-up to its end. */
class SecondFactorRoutesTest {
  private static final String PASSWORD = "{\"password\":\"correct horse\"}";

  private static String code(String code) {
    return "{\"code\":\"" + code + "\"}";
  }

  private static String logIn(String name, String members) {
    return "{\"email\":\"" + name + "@example.org\",\"password\":\"correct horse\"" + members + "}";
  }

  private static Client.Answer logIn(TestServer server, String name, String code) {
    return server.client().post("/api/auth/login", logIn(name, ",\"code\":\"" + code + "\""));
  }

  /** What the person's authenticator app shows, so many steps from now. */
  private static String shown(TestServer server, Client person, int ahead) {
    long now = server.clock.instant().getEpochSecond() / SecondFactor.STEP.toSeconds();
    return new PlainTimeCodes()
        .code(
            server
                .store
                .accounts()
                .findSecondFactor(new AccountId(person.id()))
                .orElseThrow()
                .secret(),
            now + ahead);
  }

  private static JsonNode turnOn(TestServer server, Client person) {
    person.post("/api/auth/totp", null).expect(200);
    return person
        .post("/api/auth/totp/confirm", code(shown(server, person, 0)))
        .expect(200)
        .json()
        .path("recoveryCodes");
  }

  private static boolean isOn(Client person) {
    JsonNode user = person.get("/api/auth/me").expect(200).json().path("user");
    assertTrue(user.has("secondFactor"));
    return user.path("secondFactor").asBoolean();
  }

  @Test
  void isSetUpUsedAndTurnedOff() {
    try (TestServer server = new TestServer()) {
      Client paul = server.patient("paul");
      assertFalse(isOn(paul));
      JsonNode begun = paul.post("/api/auth/totp", null).expect(200).json();
      String secret = begun.path("secret").asText();
      assertTrue(begun.path("uri").asText().contains("secret=" + secret));
      assertTrue(begun.path("uri").asText().startsWith("otpauth://totp/Health%20Connect:paul%40"));
      paul.post("/api/auth/totp/confirm", code("000000")).expect(422, "wrong_code");
      assertFalse(isOn(paul));
      JsonNode recoveryCodes = turnOn(server, paul);
      assertEquals(10, recoveryCodes.size());
      assertTrue(isOn(paul));
      paul.post("/api/auth/totp", null).expect(409, "illegal_transition");
      paul.post("/api/auth/totp/confirm", code("000000")).expect(409, "illegal_transition");

      Client.Answer asked =
          server
              .client()
              .post("/api/auth/login", logIn("paul", ""))
              .expect(401, "second_factor_required");
      assertEquals("", asked.header("Set-Cookie"));
      logIn(server, "paul", "").expect(401, "second_factor_required");
      logIn(server, "paul", "000000").expect(401, "second_factor_required");
      logIn(server, "paul", "9".repeat(65)).expect(400, "invalid_request");
      String next = shown(server, paul, 1);
      logIn(server, "paul", next).expect(200);
      logIn(server, "paul", next).expect(401, "second_factor_required");
      String recoveryCode = recoveryCodes.path(0).asText();
      logIn(server, "paul", recoveryCode).expect(200);
      logIn(server, "paul", recoveryCode).expect(401, "second_factor_required");

      paul.send("DELETE", "/api/auth/totp", PASSWORD.replace("correct", "wrong"))
          .expect(422, "wrong_password");
      paul.send("DELETE", "/api/auth/totp", PASSWORD).expect(204);
      paul.send("DELETE", "/api/auth/totp", PASSWORD).expect(204);
      assertFalse(isOn(paul));
      server.client().post("/api/auth/login", logIn("paul", "")).expect(200);
    }
  }

  /** G-09. */
  @Test
  void g09ADisabledPersonIsRefusedWithTheRightCodeToo() {
    try (TestServer server = new TestServer()) {
      Client paul = server.patient("paul");
      turnOn(server, paul);
      String next = shown(server, paul, 1);
      server.decide(paul, Decision.DISABLE);
      logIn(server, "paul", next).expect(403, "account_disabled");
      paul.post("/api/auth/totp", null).expect(401, "unauthenticated");
      paul.send("DELETE", "/api/auth/totp", PASSWORD).expect(401, "unauthenticated");
      server.decide(paul, Decision.ENABLE);
      logIn(server, "paul", next).expect(200);
    }
  }

  @Test
  void wrongCodesAreSlowedDown() {
    try (TestServer server = new TestServer()) {
      turnOn(server, server.patient("paul"));
      int tried = 0;
      for (int i = 0; i < 10; i++) {
        tried += logIn(server, "paul", "000000").status() == 401 ? 1 : 0;
      }
      assertTrue(tried > 0 && tried <= 5, tried + " tries");
      Client.Answer refused = logIn(server, "paul", "000000").expect(429, "rate_limited");
      assertFalse(refused.header("Retry-After").isEmpty());
    }
  }

  @Test
  void adminsOfAPublicServerNeedOne() {
    RestSettings settings =
        new RestSettings.Builder()
            .publicUrl(Optional.of(URI.create("http://clinic.example")))
            .build();
    try (TestServer server = new TestServer(settings)) {
      Client ada = server.admin("ada");
      for (String path :
          new String[] {"/api/admin/users", "/api/admin/audit", "/api/admin/system"}) {
        ada.get(path).expect(403, "second_factor_required");
      }
      ada.post("/api/admin/users/" + ada.id() + "/disable", null)
          .expect(403, "second_factor_required");
      server.patient("paul").get("/api/admin/users").expect(403, "forbidden");
      assertFalse(isOn(ada));
      turnOn(server, ada);
      ada.get("/api/admin/users").expect(200);
      ada.send("DELETE", "/api/auth/totp", PASSWORD).expect(204);
      ada.get("/api/admin/users").expect(403, "second_factor_required");
    }
  }
}
