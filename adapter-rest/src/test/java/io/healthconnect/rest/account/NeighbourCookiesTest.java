package io.healthconnect.rest.account;

import static org.junit.jupiter.api.Assertions.assertTrue;

import io.healthconnect.rest.rig.Client;
import io.healthconnect.rest.rig.TestServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Requests also carry cookies that other hosts of the domain have set. */
class NeighbourCookiesTest {
  private final TestServer server = new TestServer();
  private final String token = server.patient("paul").token();

  @AfterEach
  void stop() {
    server.close();
  }

  private Client.Answer me(String cookies) {
    return server.client().send("GET", "/api/auth/me", null, "Cookie", cookies);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "token=%s",
        "token=\"%s\"",
        "x=\"open; token=%s",
        "token=stale; token=%s",
        "token=; token=%s",
        "a=b;;; =c; alone; token=%s",
        "x=\u00e9; token=%s"
      })
  void lockNobodyOut(String cookies) {
    me(cookies.formatted(token)).expect(200);
  }

  @Test
  void logNobodyIn() {
    me("token=stale; token=other").expect(401, "unauthenticated");
    me("token=" + "x".repeat(4097)).expect(401, "unauthenticated");
  }

  @Test
  void areNamedWhenHeadersAreTooLarge() {
    Client client = server.client();
    Client.Answer answer =
        client.send(client.builder("/").header("Cookie", "x=" + "x".repeat(9_000)));
    answer.expect(431, "headers_too_large");
    assertTrue(answer.json().path("detail").asText().contains("Cookies"));
  }
}
