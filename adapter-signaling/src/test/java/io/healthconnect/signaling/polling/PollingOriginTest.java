package io.healthconnect.signaling.polling;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.healthconnect.signaling.SignalingLimits;
import io.healthconnect.signaling.rig.ManualTimers;
import io.healthconnect.signaling.rig.PollingClient;
import io.healthconnect.signaling.rig.TestServer;
import io.healthconnect.testkit.wire.RawClient;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Which requests may act for a logged-in browser. */
class PollingOriginTest {
  private static final TestServer SERVER =
      new TestServer(SignalingLimits.defaults(), new ManualTimers());
  private static final String COOKIE = "session=token-ann";

  @AfterAll
  static void stop() {
    SERVER.close();
  }

  private static int status(String... headers) {
    return new PollingClient(SERVER.port(), headers).handshake().statusCode();
  }

  /** B-05: Browsers send no Origin with a GET of the same origin. */
  @Test
  void b05ACookieNeedsAnOriginOrTheWordOfTheBrowser() {
    assertEquals(403, status("Cookie", COOKIE));
    assertEquals(403, status("Cookie", COOKIE, "Sec-Fetch-Site", "cross-site"));
    assertEquals(403, status("Cookie", COOKIE, "Sec-Fetch-Site", "same-site"));
    assertEquals(200, status("Cookie", COOKIE, "Sec-Fetch-Site", "same-origin"));
    assertEquals(200, status("Cookie", COOKIE, "Origin", "https://clinic.example"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"null", "capacitor://localhost", "wss://elsewhere.example"})
  void anAppMaySendAnOriginOfItsOwnButNoCookie(String origin) {
    assertEquals(200, status("Origin", origin));
    assertEquals(403, status("Origin", origin, "Cookie", COOKIE));
    assertEquals(403, status("Origin", origin, "Cookie", COOKIE, "Sec-Fetch-Site", "same-origin"));
  }

  /** As Python's WebSocket library does. */
  @Test
  void aClientMayNameTheServerThatItAddressesButNotWithACookie() {
    String origin = "http://127.0.0.1:" + SERVER.port();
    assertEquals(200, status("Origin", origin));
    assertEquals(403, status("Origin", origin, "Cookie", COOKIE));
  }

  /** B-04. */
  @ParameterizedTest
  @ValueSource(strings = {"https://evil.example", "http://clinic.example", "file://"})
  void b04AnotherSiteIsRefused(String origin) {
    assertEquals(403, status("Origin", origin));
    assertEquals(403, status("Origin", origin, "Cookie", COOKIE));
  }

  @Test
  void aSessionOpenedWithACookieNeedsThatCookieInEveryRequest() {
    PollingClient own =
        PollingClient.open(SERVER.port(), "Cookie", COOKIE, "Origin", "https://clinic.example");
    assertEquals("ok", own.post("40").body());
    assertTrue(own.get().body().startsWith("40{"));
    for (String other : new String[] {"other=1", "session=token-eve"}) {
      PollingClient thief =
          new PollingClient(SERVER.port(), "Cookie", other, "Origin", "https://clinic.example");
      thief.resume(own.sid());
      assertEquals(403, thief.get().statusCode());
      assertEquals(403, thief.post("421[\"sync\"]").statusCode());
    }
  }

  @Test
  void soDoesItsWebSocket() {
    PollingClient own =
        PollingClient.open(SERVER.port(), "Cookie", COOKIE, "Origin", "https://clinic.example");
    String head =
        RawClient.UPGRADE.replace("transport=websocket", "transport=websocket&sid=" + own.sid())
            + "Origin: https://clinic.example\n";
    for (String other : new String[] {"", "Cookie: other=1\n", "Cookie: session=token-eve\n"}) {
      try (RawClient thief = new RawClient(SERVER.port())) {
        assertEquals(403, thief.status(head + other));
      }
    }
    try (RawClient socket = new RawClient(SERVER.port())) {
      assertEquals(101, socket.status(head + "Cookie: " + COOKIE + "\n"));
    }
  }

  @Test
  void aTokenInTheAddressIsRefused() {
    for (String parameter : new String[] {"token=token-ann", "access_token=token-ann", "token"}) {
      try (RawClient client = new RawClient(SERVER.port())) {
        String target = "/socket.io/?EIO=4&transport=polling&" + parameter;
        assertEquals(400, client.status("GET " + target + " HTTP/1.1\nHost: 127.0.0.1\n"));
      }
    }
  }

  @Test
  void pagesOfAllowedOriginsMayReadTheResponses() {
    HttpResponse<String> answer =
        new PollingClient(SERVER.port(), "Origin", "https://clinic.example").handshake();
    assertEquals(
        "https://clinic.example",
        answer.headers().firstValue("Access-Control-Allow-Origin").orElse(""));
    assertEquals(
        "true", answer.headers().firstValue("Access-Control-Allow-Credentials").orElse(""));
    HttpResponse<String> app = new PollingClient(SERVER.port(), "Origin", "null").handshake();
    assertTrue(app.headers().firstValue("Access-Control-Allow-Origin").isEmpty());
  }
}
