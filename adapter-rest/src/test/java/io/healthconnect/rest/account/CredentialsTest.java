package io.healthconnect.rest.account;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.healthconnect.rest.rig.Client;
import io.healthconnect.rest.rig.TestServer;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** G-01 and G-12: credentials of every shape, and cookies from before the log-in. */
class CredentialsTest {
  private static final String EMAIL = "paul@example.org";
  private static final String PASSWORD = "correct horse";
  private static final String LOG_IN = "/api/auth/login";

  /** JSON of values that are no credentials of anybody, and whether they are texts that may be. */
  private static final Map<String, Boolean> WRONG = new LinkedHashMap<>();

  static {
    for (String text :
        List.of(
            "wrong horse",
            "x",
            " ",
            "correct horse ",
            "correct  horse",
            "CORRECT HORSE",
            "' OR 1=1 --",
            "{\\\"$ne\\\":null}",
            "null",
            "true",
            "*",
            "%",
            "\\u0000",
            "correct horse\\u0000",
            "",
            "x".repeat(129),
            "x".repeat(10_000))) {
      WRONG.put("\"" + text + "\"", true);
    }
    for (String other : List.of("null", "0", "1e400", "true", "[]", "{}", "[\"correct horse\"]")) {
      WRONG.put(other, false);
    }
    WRONG.put("{\"$ne\":\"\"}", false);
    WRONG.put("{\"value\":\"correct horse\"}", false);
    WRONG.put("\"" + "x".repeat(20_000) + "\"", false);
  }

  @Test
  void g01OnlyTheRightPasswordOpensASession() {
    try (TestServer server = new TestServer()) {
      server.patient("paul");
      List<String> seen = new ArrayList<>();
      for (Map.Entry<String, Boolean> wrong : WRONG.entrySet()) {
        server.clock.advance(Duration.ofHours(1));
        Client.Answer answer = logIn(server, "\"" + EMAIL + "\"", wrong.getKey());
        seen.add(answer.code() + " " + wrong.getValue());
        assertEquals("", answer.header("Set-Cookie"), wrong.getKey());
        boolean right = answer.status() == 400 || (wrong.getValue() && answer.status() == 401);
        assertTrue(right, () -> wrong.getKey() + " " + answer.status() + answer.text());
      }
      assertTrue(seen.contains("unauthenticated true"));
      assertTrue(seen.contains("invalid_request false"));
      server.clock.advance(Duration.ofHours(1));
      logIn(server, "\"" + EMAIL + "\"", "\"" + PASSWORD + "\"").expect(200);
    }
  }

  @Test
  void g01AcceptsOnlyEmailAddresses() {
    try (TestServer server = new TestServer()) {
      server.patient("paul");
      for (String wrong : WRONG.keySet()) {
        server.clock.advance(Duration.ofHours(1));
        int status = logIn(server, wrong, "\"" + PASSWORD + "\"").status();
        assertTrue(status == 400 || status == 401, () -> wrong + " " + status);
      }
      for (String part :
          List.of("{}", "[]", "null", "\"x\"", "{\"email\":\"" + EMAIL + "\"}", "")) {
        server.client().post(LOG_IN, part).expect(400, "invalid_request");
      }
    }
  }

  @Test
  void g01NoOtherTextIsAToken() {
    try (TestServer server = new TestServer()) {
      Client patient = server.patient("paul");
      String good = patient.token();
      for (String token :
          List.of(
              "",
              "null",
              "undefined",
              "[]",
              "{}",
              "Bearer " + good,
              good + good,
              good.substring(1),
              good.substring(0, good.length() - 1),
              good.toUpperCase(java.util.Locale.ROOT),
              good + ".",
              "\"" + good,
              "x".repeat(7_000))) {
        for (String[] header :
            List.of(
                new String[] {"Authorization", "Bearer " + token},
                new String[] {"Authorization", "Basic " + token},
                new String[] {"Cookie", "token=" + token})) {
          Client.Answer answer =
              patient.send(patient.builder("/api/auth/me").headers(header).GET());
          answer.expect(401, "unauthenticated");
        }
      }
      patient.get("/api/auth/me").expect(200);
    }
  }

  /** Whoever has planted a cookie before the log-in has nothing of the session after it. */
  @Test
  void g12EachLogInIsASessionOfItsOwn() {
    try (TestServer server = new TestServer()) {
      server.patient("paul");
      Client attacker = server.patient("eve");
      List<String> tokens = new ArrayList<>(List.of(attacker.token(), "planted"));
      for (String planted : List.of(attacker.token(), "planted", "")) {
        var request =
            server
                .client()
                .builder(LOG_IN)
                .header("Content-Type", "application/json")
                .header("Cookie", "token=" + planted)
                .header("Sec-Fetch-Site", "same-origin")
                .POST(BodyPublishers.ofString(body("\"" + EMAIL + "\"", "\"" + PASSWORD + "\"")));
        Client.Answer answer = server.client().send(request).expect(200);
        String token = answer.header("Set-Cookie").replaceAll("^token=|;.*", "");
        assertTrue(!tokens.contains(token), token);
        tokens.add(token);
        assertEquals(EMAIL, me(server, token).json().at("/user/email").asText());
      }
      assertEquals(
          "eve@example.org", me(server, attacker.token()).json().at("/user/email").asText());
      me(server, "planted").expect(401);
      assertNotEquals(tokens.get(2), tokens.get(3));
    }
  }

  private static Client.Answer me(TestServer server, String token) {
    return server.client().withToken(token).get("/api/auth/me");
  }

  private static String body(String email, String password) {
    return "{\"email\":" + email + ",\"password\":" + password + "}";
  }

  private static Client.Answer logIn(TestServer server, String email, String password) {
    return server.client().post(LOG_IN, body(email, password));
  }
}
