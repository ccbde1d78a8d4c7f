package io.healthconnect.rest.account;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.healthconnect.rest.rig.Client;
import io.healthconnect.rest.rig.TestServer;
import java.util.List;
import org.junit.jupiter.api.Test;

/** G-05: guesses slow down those who guess, and nobody else. */
class LogInRoutesTest {
  private static String logIn(String name, String password) {
    return "{\"email\":\"%s@example.org\",\"password\":\"%s\"}".formatted(name, password);
  }

  private static String device(Client.Answer answer) {
    List<String> cookies = answer.response().headers().allValues("Set-Cookie");
    assertEquals(2, cookies.size());
    assertTrue(cookies.get(0).startsWith("token="));
    assertTrue(
        cookies.get(1).matches("device=[^;]+; Path=/; Max-Age=34560000; HttpOnly; SameSite=Strict"),
        cookies.get(1));
    return cookies.get(1).replaceAll(";.*", "");
  }

  @Test
  void g05FortyPeopleBehindOneAddressLogInWithinAMinute() {
    try (TestServer server = new TestServer()) {
      for (int i = 0; i < 19; i++) {
        server.patient("p" + i);
      }
      for (int i = 0; i < 40; i++) {
        server.client().post("/api/auth/login", logIn("p" + i % 19, "correct horse")).expect(200);
      }
    }
  }

  @Test
  void g05ADeviceThatLoggedInBeforeGetsInWhileOthersGuess() {
    try (TestServer server = new TestServer()) {
      server.patient("paul");
      String right = logIn("paul", "correct horse");
      String device = device(server.client().post("/api/auth/login", right).expect(200));
      for (int i = 0; i < 60; i++) {
        server.client().post("/api/auth/login", logIn("paul", "wrong horse"));
      }
      server.client().post("/api/auth/login", right).expect(429, "rate_limited");
      Client.Answer known =
          server
              .client()
              .send("POST", "/api/auth/login", right, "Cookie", "x=1; " + device)
              .expect(200);
      assertTrue(device(known).startsWith("device=paul@example.org"));
      server
          .client()
          .send("POST", "/api/auth/login", right, "Cookie", "device=made-up")
          .expect(429, "rate_limited");
    }
  }
}
