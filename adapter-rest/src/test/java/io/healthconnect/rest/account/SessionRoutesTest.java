package io.healthconnect.rest.account;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import io.healthconnect.rest.rig.Client;
import io.healthconnect.rest.rig.TestServer;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** Where people are logged in. */
class SessionRoutesTest {
  private static final String WINDOWS =
      "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko)"
          + " Chrome/131.0.0.0 Safari/537.36";

  private static Client logIn(TestServer server, String agent) {
    String token =
        server
            .client()
            .send(
                "POST",
                "/api/auth/login?token=body",
                "{\"email\":\"paul@example.org\",\"password\":\"correct horse\"}",
                "User-Agent",
                agent)
            .expect(200)
            .json()
            .path("token")
            .asText();
    return server.client().withToken(token);
  }

  private static JsonNode sessions(Client client) {
    return client.get("/api/auth/sessions").expect(200).json().path("sessions");
  }

  private static String current(Client client) {
    for (JsonNode session : sessions(client)) {
      if (session.path("current").asBoolean()) {
        return session.path("id").asText();
      }
    }
    throw new AssertionError("no current session");
  }

  @Test
  void namesTheDevicesAndTheTimes() {
    try (TestServer server = new TestServer()) {
      Client phone = server.patient("paul");
      server.clock.advance(Duration.ofHours(1));
      Client desk = logIn(server, WINDOWS);
      server.clock.advance(Duration.ofMinutes(6));
      phone.get("/api/auth/me").expect(200);
      server.useCases.accounts().sessions().recordSeen().recordSeenSessions();
      JsonNode found = sessions(desk);
      assertEquals(2, found.size());
      assertEquals("Chrome on Windows", found.at("/0/device").asText());
      assertEquals("Chrome", found.at("/0/browser").asText());
      assertEquals("Windows", found.at("/0/system").asText());
      assertEquals("2026-03-02T08:00:00.000Z", found.at("/0/firstSeenAt").asText());
      assertEquals("2026-03-02T08:00:00.000Z", found.at("/0/lastSeenAt").asText());
      assertEquals(true, found.at("/0/current").asBoolean());
      assertEquals("Java-http-client", found.at("/1/device").asText());
      assertEquals(true, found.at("/1/system").isNull());
      assertEquals("2026-03-02T07:00:00.000Z", found.at("/1/firstSeenAt").asText());
      assertEquals("2026-03-02T08:06:00.000Z", found.at("/1/lastSeenAt").asText());
      assertEquals(false, found.at("/1/current").asBoolean());
    }
  }

  @Test
  void endsOneAndAllOthersButNobodyElses() {
    try (TestServer server = new TestServer()) {
      Client phone = server.patient("paul");
      Client desk = logIn(server, WINDOWS);
      Client third = logIn(server, "curl/8.5.0");
      Client pia = server.patient("pia");
      String ofThePhone = current(phone);
      pia.delete("/api/auth/sessions/" + ofThePhone).expect(404, "not_found");
      phone.get("/api/auth/me").expect(200);
      desk.delete("/api/auth/sessions/" + ofThePhone).expect(204);
      phone.get("/api/auth/me").expect(401, "unauthenticated");
      desk.delete("/api/auth/sessions/" + ofThePhone).expect(404, "not_found");
      desk.delete("/api/auth/sessions").expect(204);
      third.get("/api/auth/me").expect(401);
      assertEquals(1, sessions(desk).size());
      assertEquals(1, sessions(pia).size());
    }
  }

  /** G-11. */
  @Test
  void anExpiredSessionIsOver() {
    try (TestServer server = new TestServer()) {
      Client late = server.patient("late");
      server.clock.advance(Duration.ofDays(7).minusMillis(1));
      late.get("/api/auth/me").expect(200);
      server.clock.advance(Duration.ofMillis(1));
      late.get("/api/auth/me").expect(401, "unauthenticated");
    }
  }
}
