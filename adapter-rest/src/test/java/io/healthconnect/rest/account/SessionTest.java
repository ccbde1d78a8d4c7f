package io.healthconnect.rest.account;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.healthconnect.rest.RestSettings;
import io.healthconnect.rest.rig.Client;
import io.healthconnect.rest.rig.TestServer;
import java.net.URI;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class SessionTest {
  private static final RestSettings LOCAL = RestSettings.local(0);

  private static RestSettings at(String publicUrl, Set<String> origins) {
    return new RestSettings.Builder()
        .publicUrl(Optional.of(URI.create(publicUrl)))
        .allowedOrigins(origins)
        .build();
  }

  private static Client.Answer logOut(Client client, String cookie, String... headers) {
    var request =
        client.builder("/api/auth/logout").header("Cookie", cookie).POST(BodyPublishers.noBody());
    if (headers.length > 0) {
      request.headers(headers);
    }
    return client.send(request);
  }

  /** B-07. */
  @Test
  void theCookieIsForThisSiteOnly() {
    try (TestServer server = new TestServer()) {
      Client client = server.client();
      Client.Answer answer =
          client.signUp(
              "{\"role\":\"patient\",\"name\":\"P\",\"email\":\"p@example.org\",\"password\":\"correct"
                  + " horse\"}");
      assertEquals(
          "token=" + client.token() + "; Path=/; Max-Age=604800; HttpOnly; SameSite=Strict",
          answer.header("Set-Cookie"));
    }
  }

  @Test
  void withTlsTheCookieIsSecure() {
    try (TestServer server = new TestServer(at("https://health.example", Set.of()))) {
      Client client = server.client();
      Client.Answer answer =
          client.signUp(
              "{\"role\":\"patient\",\"name\":\"P\",\"email\":\"p@example.org\",\"password\":\"correct"
                  + " horse\"}");
      String cookie = answer.header("Set-Cookie");
      assertTrue(cookie.startsWith("__Host-token="));
      assertTrue(cookie.endsWith("; Path=/; Max-Age=604800; HttpOnly; SameSite=Strict; Secure"));
      assertEquals("max-age=31536000", answer.header("Strict-Transport-Security"));
      assertTrue(
          answer
              .header("Content-Security-Policy")
              .contains("connect-src 'self' wss://health.example;"));
      assertEquals(401, logOut(client, "token=" + client.token()).status());
      logOut(client, "__Host-token=" + client.token(), "Origin", "https://health.example")
          .expect(204);
    }
  }

  @Test
  void hstsCoversSubdomainsOnlyIfToldTo() {
    RestSettings settings =
        new RestSettings.Builder()
            .publicUrl(Optional.of(URI.create("https://health.example")))
            .hstsOfSubdomains(true)
            .build();
    try (TestServer server = new TestServer(settings)) {
      assertEquals(
          "max-age=31536000; includeSubDomains",
          server.client().get("/api/config").header("Strict-Transport-Security"));
    }
  }

  /** Where a proxy lets no WebSocket through, the same place is polled. */
  @Test
  void anotherPlaceOfSignalingMayBePolled() {
    RestSettings settings =
        new RestSettings.Builder()
            .signalingUrl(Optional.of(URI.create("wss://signal.example:8443")))
            .build();
    try (TestServer server = new TestServer(settings)) {
      assertTrue(
          server
              .client()
              .get("/api/config")
              .header("Content-Security-Policy")
              .contains(
                  "connect-src 'self' wss://signal.example:8443 https://signal.example:8443;"));
    }
  }

  /** No browser adds such a token by itself. With the cookie, an app's origin must be allowed. */
  @Test
  void aBearerTokenCountsFromAnyOrigin() {
    try (TestServer server =
        new TestServer(at("http://health.example", Set.of("capacitor://localhost")))) {
      for (String origin : List.of("capacitor://elsewhere", "null", "wss://health.example")) {
        Client app = server.patient(origin.replaceAll("\\W", ""));
        logOut(app, "token=" + app.token(), "Origin", origin).expect(403, "forbidden");
        app.send("POST", "/api/auth/logout", null, "Origin", origin).expect(204);
      }
      Client app = server.patient("paula");
      logOut(app, "token=" + app.token(), "Origin", "capacitor://localhost").expect(204);
    }
  }

  /** B-06. */
  @Test
  void aCookieChangesStateOnlyFromThisSite() {
    try (TestServer server =
        new TestServer(at("http://health.example", Set.of("https://app.example")))) {
      Client client = server.patient("paul");
      String cookie = "token=" + client.token();
      for (String origin :
          List.of(
              "null",
              "https://evil.example",
              "http://health.example.evil",
              "http://xhealth.example",
              "https://health.example",
              "http://health.example:81",
              "HTTP://health.example",
              "http://health.example/",
              "https://app.example.evil",
              "")) {
        logOut(client, cookie, "Origin", origin).expect(403, "forbidden");
      }
      logOut(client, cookie).expect(403, "forbidden");
      for (String site : List.of("cross-site", "same-site", "none")) {
        logOut(client, cookie, "Sec-Fetch-Site", site).expect(403, "forbidden");
      }
      client.get("/api/auth/me").expect(200);
      Client.Answer out = logOut(client, cookie, "Origin", "http://health.example").expect(204);
      assertEquals(
          "token=; Path=/; Max-Age=0; HttpOnly; SameSite=Strict", out.header("Set-Cookie"));
      assertEquals("\"cache\", \"storage\"", out.header("Clear-Site-Data"));
      client.get("/api/auth/me").expect(401, "unauthenticated");
      Client other = server.patient("pia");
      logOut(other, "token=" + other.token(), "Origin", "https://app.example").expect(204);
      Client third = server.patient("paula");
      logOut(third, "token=" + third.token(), "Sec-Fetch-Site", "same-origin").expect(204);
    }
  }

  @Test
  void nobodyIsLoggedInFromAnotherSite() {
    try (TestServer server = new TestServer()) {
      String body = "{\"email\":\"p@example.org\",\"password\":\"correct horse\"}";
      server
          .client()
          .send("POST", "/api/auth/login", body, "Origin", "https://evil.example")
          .expect(403, "forbidden");
      server
          .client()
          .send("POST", "/api/auth/login", body, "Sec-Fetch-Site", "cross-site")
          .expect(403, "forbidden");
    }
  }

  /** B-04. */
  @Test
  void onlyNamedOriginsMayRead() {
    try (TestServer server =
        new TestServer(at("http://health.example", Set.of("https://app.example")))) {
      Client client = server.client();
      Client.Answer allowed =
          client.send("GET", "/api/doctors", null, "Origin", "https://app.example");
      assertEquals("https://app.example", allowed.header("Access-Control-Allow-Origin"));
      assertEquals("true", allowed.header("Access-Control-Allow-Credentials"));
      for (String origin :
          List.of(
              "null",
              "*",
              "https://app.example.evil",
              "http://app.example",
              "https://app.exampl")) {
        Client.Answer answer = client.send("GET", "/api/doctors", null, "Origin", origin);
        assertEquals("", answer.header("Access-Control-Allow-Origin"), origin);
      }
      Client.Answer preflight =
          client.send(
              "OPTIONS",
              "/api/doctors",
              null,
              "Origin",
              "https://app.example",
              "Access-Control-Request-Method",
              "PUT");
      assertEquals(204, preflight.status());
      client
          .send(
              "OPTIONS",
              "/api/doctors",
              null,
              "Origin",
              "https://evil.example",
              "Access-Control-Request-Method",
              "PUT")
          .expect(405, "method_not_allowed");
    }
  }

  @Test
  void ignoresATokenInTheAddress() {
    try (TestServer server = new TestServer()) {
      Client client = server.patient("paul");
      server.client().get("/api/auth/me?token=" + client.token()).expect(401, "unauthenticated");
      server.client().get("/api/auth/me?access_token=" + client.token()).expect(401);
    }
  }

  /** G-08. */
  @Test
  void changingThePasswordEndsTheOtherSessionsAtOnce() {
    try (TestServer server = new TestServer()) {
      Client here = server.patient("paul");
      String login = "{\"email\":\"paul@example.org\",\"password\":\"correct horse\"}";
      Client.Answer second = server.client().post("/api/auth/login", login).expect(200);
      Client there =
          server.client().withToken(second.header("Set-Cookie").replaceAll("^token=|;.*", ""));
      there.get("/api/auth/me").expect(200);
      here.post(
              "/api/auth/password",
              "{\"currentPassword\":\"wrong horse\",\"newPassword\":\"better staple\"}")
          .expect(422, "wrong_password");
      here.post(
              "/api/auth/password",
              "{\"currentPassword\":\"correct horse\",\"newPassword\":\"password1\"}")
          .expect(422, "guessable_password");
      here.post(
              "/api/auth/password",
              "{\"currentPassword\":\"correct horse\",\"newPassword\":\"better staple\"}")
          .expect(204);
      there.get("/api/auth/me").expect(401, "unauthenticated");
      here.get("/api/auth/me").expect(200);
      here.post("/api/auth/logout?everywhere=true", null).expect(204);
      here.get("/api/auth/me").expect(401, "unauthenticated");
    }
  }

  @Test
  void guessingTheCurrentPasswordWaitsAsLongAsAtTheLogIn() {
    try (TestServer server = new TestServer()) {
      Client here = server.patient("paul");
      String wrong = "{\"currentPassword\":\"wrong horse\",\"newPassword\":\"better staple\"}";
      for (int i = 0; i < 5; i++) {
        here.post("/api/auth/password", wrong).expect(422, "wrong_password");
      }
      for (String wait : List.of("2", "4", "8")) {
        Client.Answer early = here.post("/api/auth/password", wrong).expect(429, "rate_limited");
        assertEquals(wait, early.header("Retry-After"));
        server.clock.advance(Duration.ofSeconds(Long.parseLong(wait)));
        here.post("/api/auth/password", wrong).expect(422, "wrong_password");
      }
    }
  }

  /** G-04. */
  @Test
  void anUnknownEmailAndAWrongPasswordLookTheSame() {
    try (TestServer server = new TestServer()) {
      server.patient("paul");
      String[] bodies = {
        "{\"email\":\"paul@example.org\",\"password\":\"wrong horse\"}",
        "{\"email\":\"who@example.org\",\"password\":\"wrong horse\"}"
      };
      Client.Answer known =
          server.client().post("/api/auth/login", bodies[0]).expect(401, "unauthenticated");
      Client.Answer unknown =
          server.client().post("/api/auth/login", bodies[1]).expect(401, "unauthenticated");
      assertEquals(
          known.text().replaceAll("requestId\":\"\\w+", ""),
          unknown.text().replaceAll("requestId\":\"\\w+", ""));
      assertFalse(known.text().contains("@"));
    }
  }
}
