package io.healthconnect.rest.account;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.healthconnect.domain.account.Email;
import io.healthconnect.edge.address.TrustedProxies;
import io.healthconnect.rest.RestSettings;
import io.healthconnect.rest.rig.Client;
import io.healthconnect.rest.rig.TestServer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
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

  private static TestServer behindAProxy() {
    return new TestServer(
        new RestSettings.Builder()
            .trustedProxies(TrustedProxies.parse(List.of("127.0.0.1")))
            .build());
  }

  private static Client.Answer logIn(TestServer server, String from, String... cookie) {
    List<String> headers = new ArrayList<>(List.of("X-Forwarded-For", from));
    headers.addAll(List.of(cookie));
    String body = logIn("paul", cookie.length == 0 ? "wrong horse" : "battery staple");
    return server.client().send("POST", "/api/auth/login", body, headers.toArray(String[]::new));
  }

  @Test
  void g05AHouseholdWithManyNetworksLeavesTheLastGuessToOthers() {
    try (TestServer server = behindAProxy()) {
      server.patient("paul");
      for (int i = 0; i < 60; i++) {
        logIn(server, "2001:db8:1:" + Integer.toHexString(i) + "::1");
      }
      server
          .client()
          .send(
              "POST",
              "/api/auth/login",
              logIn("paul", "correct horse"),
              "X-Forwarded-For",
              "203.0.113.7")
          .expect(200);
    }
  }

  /** Who can read the mails of the account is its owner as far as anybody can tell. */
  @Test
  void g05AResetLinkMakesADeviceKnownWhileOthersGuess() {
    try (TestServer server = behindAProxy()) {
      server.patient("paul");
      for (int i = 0; i < 60; i++) {
        logIn(server, "198.51.100." + i);
      }
      logIn(server, "203.0.113.7").expect(429, "rate_limited");
      String secret =
          server
              .useCases
              .accounts()
              .issueResetLink()
              .issueResetLink(Email.parse("paul@example.org"), Optional.empty())
              .fold(issued -> issued.secret(), refusal -> refusal.name());
      String reset = "{\"token\":\"%s\",\"newPassword\":\"battery staple\"}".formatted(secret);
      List<String> cookies =
          server
              .client()
              .post("/api/auth/reset", reset)
              .expect(204)
              .response()
              .headers()
              .allValues("Set-Cookie");
      assertEquals(1, cookies.size());
      // The allowance that the owner got back is spent by others too.
      for (int i = 60; i < 90; i++) {
        logIn(server, "198.51.100." + i);
      }
      logIn(server, "203.0.113.7", "Cookie", cookies.get(0).replaceAll(";.*", "")).expect(200);
    }
  }
}
