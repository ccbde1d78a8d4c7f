package io.healthconnect.rest.account;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.healthconnect.rest.rig.Client;
import io.healthconnect.rest.rig.TestServer;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

class LogInLimitTest {
  private static final String LOGIN =
      "{\"email\":\"who@example.org\",\"password\":\"wrong horse\"}";

  @Test
  void logInsAreLimitedByAddressAndMinute() {
    try (TestServer server = new TestServer()) {
      Client client = server.client();
      for (int i = 0; i < 20; i++) {
        String body = LOGIN.replace("who", "who" + i);
        client
            .send("POST", "/api/auth/login", body, "X-Forwarded-For", "10.0.0." + i)
            .expect(401, "unauthenticated");
      }
      Client.Answer limited = client.post("/api/auth/login", LOGIN).expect(429, "rate_limited");
      assertEquals("3", limited.header("Retry-After"));
      server.clock.advance(Duration.ofSeconds(3));
      client.post("/api/auth/login", LOGIN).expect(401, "unauthenticated");
      client.post("/api/auth/login", LOGIN).expect(429, "rate_limited");
    }
  }

  /** G-06. */
  @Test
  void g06WhereverAPasswordIsHashedAFullQueueIsRateLimited() {
    try (TestServer server = new TestServer()) {
      Client patient = server.patient("paul");
      String change = "{\"currentPassword\":\"correct horse\",\"newPassword\":\"battery staple\"}";
      String logIn = LOGIN.replace("who", "paul").replace("wrong", "correct");
      String signUp =
          "{\"role\":\"patient\",\"name\":\"Q\",\"email\":\"q@example.org\",\"password\":\"correct"
              + " horse\"}";
      Map<String, String> hashing =
          Map.of(
              "/api/auth/login", logIn, "/api/auth/password", change, "/api/auth/signup", signUp);
      server.hashingIsFull.set(true);
      hashing.forEach(
          (path, body) -> {
            Client.Answer full = patient.post(path, body).expect(429, "rate_limited");
            assertEquals("1", full.header("Retry-After"), path);
          });
      String turnOff = "{\"password\":\"correct horse\"}";
      patient.send("DELETE", "/api/auth/totp", turnOff).expect(429, "rate_limited");
      server.hashingIsFull.set(false);
      // It had no effect, and does not count as a wrong password.
      patient.post("/api/auth/login", logIn).expect(200);
      patient.post("/api/auth/signup", signUp).expect(200);
      patient.post("/api/auth/password", change).expect(204);
    }
  }
}
