package io.healthconnect.signaling.transport;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.healthconnect.signaling.SignalingLimits;
import io.healthconnect.signaling.rig.ManualTimers;
import io.healthconnect.signaling.rig.TestServer;
import io.healthconnect.testkit.wire.Frames;
import io.healthconnect.testkit.wire.RawClient;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HandshakeTest {
  private static final TestServer SERVER =
      new TestServer(SignalingLimits.defaults(), new ManualTimers());
  private static final String GOOD = RawClient.UPGRADE;
  private static final String QUERY = "?EIO=4&transport=websocket";

  @AfterAll
  static void stop() {
    SERVER.close();
  }

  /** W-02. */
  @ParameterizedTest(name = "w02 {0}")
  @CsvSource(
      delimiter = '|',
      nullValues = "none",
      value = {
        "?EIO=4&transport=webtransport|400|{\"code\":0,\"message\":\"Transport unknown\"}",
        "?EIO=4|400|{\"code\":0,\"message\":\"Transport unknown\"}",
        "?EIO=4&transport=|400|{\"code\":0,\"message\":\"Transport unknown\"}",
        "?EIO=4&transport=websocket&transport=websocket|400|{\"code\":0,\"message\":\"Transport"
            + " unknown\"}",
        "?EIO=4&transport=websocket&sid=abc|400|{\"code\":1,\"message\":\"Session ID unknown\"}",
        "?EIO=4&transport=websocket&sid|400|{\"code\":1,\"message\":\"Session ID unknown\"}",
        "?transport=websocket|400|{\"code\":5,\"message\":\"Unsupported protocol version\"}",
        "?transport=polling|400|{\"code\":5,\"message\":\"Unsupported protocol version\"}",
        "?EIO=abc&transport=polling|400|{\"code\":5,\"message\":\"Unsupported protocol version\"}",
        "?EIO=3&transport=websocket|400|{\"code\":5,\"message\":\"Unsupported protocol version\"}",
        "?EIO=4&EIO=4&transport=websocket|400|{\"code\":5,\"message\":\"Unsupported protocol"
            + " version\"}",
        "?EIO=%34&transport=websocket|400|{\"code\":5,\"message\":\"Unsupported protocol"
            + " version\"}",
        "x?EIO=4&transport=websocket|404|{\"code\":3,\"message\":\"Not found\"}",
      })
  void w02RefusesABadQuery(String query, int status, String body) throws IOException {
    assertRefused(GOOD.replace(QUERY, query), status, body);
  }

  @ParameterizedTest(name = "w02 {0} becomes {1}")
  @CsvSource(
      delimiter = '|',
      emptyValue = "",
      value = {
        "GET|POST|400",
        "GET|PUT|400",
        "GET|DELETE|400",
        "GET|OPTIONS|400",
        "GET|BREW|400",
        "HTTP/1.1|HTTP/1.0|400",
        "Upgrade: websocket|Upgrade: h2c|400",
        "/socket.io/|/socket.io/;a=b|404",
        "Upgrade: websocket|X-Nothing: 1|400",
        "Connection: Upgrade|Connection: keep-alive|400",
        "Connection: Upgrade|X-Nothing: 1|400",
        "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==|X-Nothing: 1|400",
        "dGhlIHNhbXBsZSBub25jZQ==|dGhl|400",
        "dGhlIHNhbXBsZSBub25jZQ==|!!!!!!!!!!!!!!!!!!!!!!!!|400",
        "Version: 13|Version: 12|426",
        "Version: 13|Version: 8|426",
        "Version: 13|Version: 14|426",
        "Version: 13|Version: 13, 13|426",
        "Version: 13|Version: x|426",
        "Sec-WebSocket-Version: 13|X-Nothing: 1|426",
        "/socket.io/|/socket.io|404",
        "/socket.io/|/socket.io/socket.io/|404",
        "/socket.io/|/socket.iox/|404",
        "/socket.io/|/%73ocket.io/|404",
        "Host: 127.0.0.1|X-Nothing: 1|400",
        "Host: 127.0.0.1|Host: evil.example|400",
        "Host: 127.0.0.1|Origin: https://evil.example|400",
      })
  void w02RefusesABadRequest(String good, String bad, int status) throws IOException {
    assertRefused(GOOD.replace(good, bad), status, null);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://evil.example",
        "http://clinic.example",
        "https://clinic.example:444",
        "https://clinic.example.evil.example",
        "https://CLINIC.example",
        "https://clinic.example/"
      })
  void refusesAForeignOrigin(String origin) throws IOException {
    String body = "{\"code\":4,\"message\":\"Forbidden\"}";
    assertRefused(GOOD + "Origin: " + origin + "\n", 403, body);
  }

  /** As apps and libraries do that are no browser; with a cookie, see BadHandshakesTest. */
  @ParameterizedTest
  @ValueSource(strings = {"null", "capacitor://localhost", "wss://elsewhere.example"})
  void anAppMaySendAnOriginOfItsOwn(String origin) {
    try (RawClient client = new RawClient(SERVER.port())) {
      String head = client.http(GOOD + "Origin: " + origin + "\n");
      assertTrue(head.startsWith("HTTP/1.1 101 "), head);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "localhost",
        "LOCALHOST:8080",
        "127.0.0.1:1",
        "192.0.2.7:65535",
        "[::1]:8080",
        "[2001:DB8::7]",
        "clinic.example",
        "Clinic.Example:443"
      })
  void isReachedByAddressAndByItsOwnNames(String host) {
    try (RawClient client = new RawClient(SERVER.port())) {
      String head = client.http(GOOD.replace("127.0.0.1", host));
      assertTrue(head.startsWith("HTTP/1.1 101 "), head);
    }
  }

  @Test
  void saysWhichSettingANameOfItsOwnTakes() throws IOException {
    String body = "{\"code\":3,\"message\":\"Unknown host: PUBLIC_URL does not name it\"}";
    assertRefused(GOOD.replace("127.0.0.1", "myhost:8080"), 400, body);
  }

  @Test
  void refusesTwoOriginsAndABody() throws IOException {
    String twice = "Origin: https://clinic.example\n".repeat(2);
    assertRefused(GOOD + twice, 403, null);
    assertRefused(GOOD + "Content-Length: 1\n", 400, null);
    assertRefused(GOOD + "Transfer-Encoding: chunked\n", 400, null);
    assertRefused(GOOD + "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\n", 400, null);
  }

  @Test
  void aSessionCookieNeedsAnOrigin() throws IOException {
    assertRefused(GOOD + "Cookie: a=b; session=token-ann\n", 403, null);
    String own = GOOD + "Cookie: a=b; session=token-ann\nOrigin: https://clinic.example\n";
    try (RawClient client = new RawClient(SERVER.port())) {
      assertTrue(client.http(own).startsWith("HTTP/1.1 101 "));
      client.read();
      client.text("40");
      assertTrue(client.read().text().startsWith("40{\"sid\""));
    }
  }

  /** W-13. */
  @Test
  void w13NegotiatesNeitherExtensionsNorSubprotocols() {
    String offer =
        GOOD
            + "Sec-WebSocket-Extensions: permessage-deflate; client_max_window_bits\n"
            + "Sec-WebSocket-Protocol: chat\n";
    try (RawClient client = new RawClient(SERVER.port())) {
      String answer = client.http(offer).toLowerCase(Locale.ROOT);
      assertTrue(answer.startsWith("http/1.1 101 "), answer);
      assertFalse(answer.contains("extensions"), answer);
      assertFalse(answer.contains("sec-websocket-protocol"), answer);
    }
  }

  @Test
  void takesTheParametersInAnyOrderAndFramesWithTheHandshake() {
    try (RawClient client = new RawClient(SERVER.port())) {
      String request = GOOD.replace(QUERY, "?t=1&transport=websocket&b=%zz&EIO=4");
      byte[] head = (request.replace("\n", "\r\n") + "\r\n").getBytes(StandardCharsets.US_ASCII);
      byte[] connect = Frames.text("40{\"token\":\"token-ann\"}");
      client.send(Frames.join(head, connect));
      assertTrue(client.readHead().startsWith("HTTP/1.1 101 "));
      assertTrue(client.read().text().startsWith("0{\"sid\""));
      assertTrue(client.read().text().startsWith("40{\"sid\""));
    }
  }

  @Test
  void passesEverythingElseOn() throws IOException {
    assertRefused("GET /api/x HTTP/1.1\nHost: a\n", 404, null);
    assertRefused("GET / HTTP/1.1\nHost: a\n", 404, null);
  }

  private static void assertRefused(String request, int status, @Nullable String body)
      throws IOException {
    try (RawClient client = new RawClient(SERVER.port())) {
      String head = client.http(request);
      assertEquals(status, Integer.parseInt(head.split(" ", 3)[1]), head);
      if (body != null) {
        byte[] read = client.input().readNBytes(body.length());
        assertEquals(body, new String(read, StandardCharsets.UTF_8));
        assertEquals(List.of(), head.lines().filter(line -> line.startsWith("Upgrade")).toList());
      }
    }
  }
}
