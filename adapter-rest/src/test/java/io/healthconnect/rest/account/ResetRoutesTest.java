package io.healthconnect.rest.account;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.healthconnect.domain.account.Email;
import io.healthconnect.rest.rig.Client;
import io.healthconnect.rest.rig.TestServer;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** G-13: a new password with a one-time link. */
class ResetRoutesTest {
  private static String secret(TestServer server, String name) {
    return server
        .useCases
        .accounts()
        .issueResetLink()
        .issueResetLink(Email.parse(name + "@example.org"), Optional.empty())
        .fold(issued -> issued.secret(), refusal -> refusal.name());
  }

  private static String reset(String token, String password) {
    return "{\"token\":\"%s\",\"newPassword\":\"%s\"}".formatted(token, password);
  }

  private static String logIn(String password) {
    return "{\"email\":\"paul@example.org\",\"password\":\"%s\"}".formatted(password);
  }

  @Test
  void setsAPasswordOnceAndEndsAllSessions() {
    try (TestServer server = new TestServer()) {
      Client here = server.patient("paul");
      Client other = server.patient("pia");
      String secret = secret(server, "paul");
      assertEquals(52, secret.length());
      Client.Answer done =
          server.client().post("/api/auth/reset", reset(secret, "battery staple")).expect(204);
      assertTrue(done.header("Set-Cookie").startsWith("device="), "nobody is logged in by it");
      here.get("/api/auth/me").expect(401, "unauthenticated");
      other.get("/api/auth/me").expect(200);
      server.client().post("/api/auth/login", logIn("correct horse")).expect(401);
      server.client().post("/api/auth/login", logIn("battery staple")).expect(200);
      server
          .client()
          .post("/api/auth/reset", reset(secret, "another staple"))
          .expect(422, "invalid_token");
    }
  }

  @Test
  void keepsTheLinkForABetterPassword() {
    try (TestServer server = new TestServer()) {
      server.patient("paul");
      String secret = secret(server, "paul");
      Client client = server.client();
      client.post("/api/auth/reset", reset(secret, "password1")).expect(422, "guessable_password");
      client.post("/api/auth/reset", reset(secret, "short")).expect(400, "invalid_request");
      server.hashingIsFull.set(true);
      client.post("/api/auth/reset", reset(secret, "battery staple")).expect(429, "rate_limited");
      server.hashingIsFull.set(false);
      client.post("/api/auth/reset", reset(secret, "battery staple")).expect(204);
    }
  }

  @Test
  void anExpiredAMadeUpAndASpentLinkLookTheSame() {
    try (TestServer server = new TestServer()) {
      server.patient("paul");
      String spent = secret(server, "paul");
      server.client().post("/api/auth/reset", reset(spent, "battery staple")).expect(204);
      String expired = secret(server, "paul");
      server.clock.advance(Duration.ofMinutes(30));
      for (String token : List.of(spent, expired, "made up", "", " ")) {
        Client.Answer refused =
            server.client().post("/api/auth/reset", reset(token, "another staple"));
        refused.expect(422, "invalid_token");
        assertFalse(refused.text().contains("paul"));
      }
      server.client().post("/api/auth/login", logIn("battery staple")).expect(200);
    }
  }

  @Test
  void triesOfAnAddressAreLimitedButNotLinksThatWork() {
    try (TestServer server = new TestServer()) {
      server.patient("paul");
      for (int i = 0; i < 30; i++) {
        server
            .client()
            .post("/api/auth/reset", reset(secret(server, "paul"), "battery staple " + i))
            .expect(204);
      }
      for (int i = 0; i < 20; i++) {
        server.client().post("/api/auth/reset", reset("no" + i, "battery staple")).expect(422);
      }
      String good = secret(server, "paul");
      Client.Answer wait =
          server.client().post("/api/auth/reset", reset(good, "battery staple")).expect(429);
      assertTrue(Integer.parseInt(wait.header("Retry-After")) <= 3);
      server.clock.advance(Duration.ofSeconds(3));
      server.client().post("/api/auth/reset", reset(good, "battery staple")).expect(204);
    }
  }
}
