package io.healthconnect.rest.http.server;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.healthconnect.rest.rig.Client;
import io.healthconnect.rest.rig.TestServer;
import io.healthconnect.testkit.wire.RawClient;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** H-01: bodies that arrive in pieces, while other requests are served. */
class BodiesInPartsTest {
  private static final int LIMIT = 64 * 1024;

  /** Begins with the least that a body must have sent after ten seconds. */
  private static final String LOG_IN =
      " ".repeat(5_000) + "{\"email\":\"paul@example.org\",\"password\":\"correct horse\"}";

  private static final String IMAGE = "{\"image\":\"data:image/png;base64,cG5n\"}";

  private final TestServer server = new TestServer();
  private final Client paul = server.patient("paul");
  private final RawClient raw = new RawClient(server.server.port());

  @AfterEach
  void stop() {
    raw.close();
    server.close();
  }

  private void head(String request, String type, String framing) {
    raw.send(lines(request, type, framing).getBytes(US_ASCII));
  }

  private String lines(String request, String type, String framing) {
    return String.join(
        "\r\n",
        request + " HTTP/1.1",
        "Host: 127.0.0.1",
        "Content-Type: " + type,
        "Authorization: Bearer " + paul.token(),
        framing,
        "",
        "");
  }

  private static List<RawClient> answered(List<RawClient> clients) {
    return clients.stream().filter(RawClient::hasAnswer).toList();
  }

  private void part(String text) {
    assertFalse(raw.hasAnswer());
    paul.get("/api/auth/me").expect(200);
    raw.send(text.getBytes(US_ASCII));
  }

  private void chunk(String text) {
    part(Integer.toHexString(text.length()) + "\r\n" + text + "\r\n");
  }

  @ParameterizedTest
  @ValueSource(strings = {"application/json", "application/json; charset=utf-8"})
  void readsBodiesWholeInTheirOrder(String type) {
    for (int i = 0; i < 3; i++) {
      head("POST /api/auth/login", type, "Content-Length: " + LOG_IN.length());
      part(LOG_IN.substring(0, 5_001));
      part(LOG_IN.substring(5_001, 5_020));
      part(LOG_IN.substring(5_020));
      assertEquals(200, raw.status());
      raw.skipBody();
      head("POST /api/auth/login", type, "Transfer-Encoding: chunked");
      chunk(LOG_IN.substring(0, 5_007));
      chunk(LOG_IN.substring(5_007));
      part("0\r\n\r\n");
      assertEquals(200, raw.status());
      raw.skipBody();
    }
  }

  @Test
  void hasAtMostTheAllowedLength() {
    String rest = " ".repeat(LIMIT - LOG_IN.length());
    for (String more : List.of("", " ")) {
      head("POST /api/auth/login", "application/json", "Transfer-Encoding: chunked");
      chunk(LOG_IN);
      chunk(rest + more);
      raw.send("0\r\n\r\n".getBytes(US_ASCII));
      assertEquals(more.isEmpty() ? 200 : 413, raw.status());
      raw.skipBody();
    }
  }

  @Test
  void readsLongBodiesInTheRoutesThatAcceptThem() {
    int length = IMAGE.length() + 2 * LIMIT;
    head("PUT /api/me/avatar", "application/json", "Content-Length: " + length);
    part(IMAGE);
    part(" ".repeat(LIMIT));
    part(" ".repeat(LIMIT));
    assertEquals(200, raw.status());
  }

  /** Incomplete bodies may take 32 MiB; bodies that arrive at once do not count. */
  @Test
  void takeNoMoreMemoryThanThereIsForThem() {
    List<RawClient> waiting = new ArrayList<>();
    try {
      String request =
          lines("POST /api/auth/login", "application/json", "Content-Length: " + LIMIT);
      for (int i = 0; i < 600; i++) {
        RawClient client = RawClient.from("127.0.0." + (2 + i / 150), server.server.port());
        waiting.add(client);
        client.send(List.of((request + " ".repeat(LIMIT - 1)).getBytes(US_ASCII)));
        if (i % 50 == 0) {
          paul.post("/api/auth/login", LOG_IN).expect(200);
        }
      }
      long since = System.nanoTime();
      while (answered(waiting).size() < 600 - 512) {
        assertTrue(System.nanoTime() - since < 60_000_000_000L, "more than 512 bodies wait");
        paul.get("/api/auth/me").expect(200);
      }
      assertEquals(List.of(), answered(waiting.subList(0, 500)));
      answered(waiting).forEach(client -> assertEquals(503, client.status()));
      waiting.forEach(RawClient::close);
      head("POST /api/auth/login", "application/json", "Content-Length: " + LOG_IN.length());
      part(LOG_IN.substring(0, 5_001));
      part(LOG_IN.substring(5_001));
      assertEquals(200, raw.status());
    } finally {
      waiting.forEach(RawClient::close);
    }
  }

  @Test
  void thatBreakOffAreNoRequests() {
    head("POST /api/auth/login", "application/json", "Content-Length: 10000");
    part(LOG_IN);
    raw.endInput();
    assertEquals(400, raw.status());
  }
}
