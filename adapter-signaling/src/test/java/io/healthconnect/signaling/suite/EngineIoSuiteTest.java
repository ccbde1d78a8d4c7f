package io.healthconnect.signaling.suite;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.healthconnect.signaling.SignalingLimits;
import io.healthconnect.signaling.rig.Await;
import io.healthconnect.signaling.rig.GuardedHost;
import io.healthconnect.signaling.rig.ManualTimers;
import io.healthconnect.signaling.rig.PollingClient;
import io.healthconnect.signaling.rig.TestServer;
import io.healthconnect.testkit.wire.Frames;
import io.healthconnect.testkit.wire.RawClient;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/**
 * The cases of the public suite of Engine.IO v4. It expects a server that sends back each message;
 * here messages carry events.
 */
class EngineIoSuiteTest {
  private static final Duration PING_INTERVAL = Duration.ofSeconds(25);
  private static final Duration PING_TIMEOUT = Duration.ofSeconds(20);
  private static final String OPEN =
      "0\\{\"sid\":\"[^\"]+\",\"upgrades\":\\[%s],\"pingInterval\":25000,\"pingTimeout\":20000,"
          + "\"maxPayload\":65536}";
  private static final String BINARY = "451-[\"%s\",{\"_placeholder\":true,\"num\":0}]";

  private final ManualTimers timers = new ManualTimers();
  private final ExecutorService events = Executors.newFixedThreadPool(2);
  private final GuardedHost host =
      new GuardedHost(
          SuiteApplication.core(SignalingLimits.defaults(), events, timers), TestServer.ORIGINS);

  @AfterEach
  void stop() {
    host.close();
    events.shutdownNow();
  }

  private static String message(String text) {
    return "42[\"message\",\"" + text + "\"]";
  }

  private static String echo(String text) {
    return "42[\"message-back\",\"" + text + "\"]";
  }

  /** A polling client that is connected to the main namespace. */
  private PollingClient poller() {
    PollingClient client = PollingClient.open(host.port());
    client.post("40");
    StringBuilder read = new StringBuilder();
    Await.until("admitted", () -> read.append(client.get().body()).indexOf("auth") >= 0);
    return client;
  }

  private RawClient socket() {
    RawClient client = RawClient.open(host.port());
    client.text("40");
    assertTrue(client.read().text().startsWith("40{"));
    assertEquals("42[\"auth\",{}]", client.read().text());
    return client;
  }

  private RawClient upgrading(PollingClient client) {
    RawClient socket = new RawClient(host.port());
    assertEquals(101, socket.status(upgrade(client)));
    socket.text("2probe");
    assertEquals("3probe", socket.read().text());
    return socket;
  }

  private static String upgrade(PollingClient client) {
    return RawClient.UPGRADE.replace(
        "transport=websocket", "transport=websocket&sid=" + client.sid());
  }

  private int pollingStatus(String method, String query) {
    try (RawClient client = new RawClient(host.port())) {
      return client.status(
          method + " /socket.io/?" + query + " HTTP/1.1\nHost: 127.0.0.1\nContent-Length: 0\n");
    }
  }

  private int webSocketStatus(String query) {
    try (RawClient client = new RawClient(host.port())) {
      return client.status(RawClient.UPGRADE.replace("EIO=4&transport=websocket", query));
    }
  }

  @Test
  void pollingOpensASession() {
    HttpResponse<String> answer = new PollingClient(host.port()).handshake();
    assertEquals(200, answer.statusCode());
    assertTrue(answer.body().matches(OPEN.formatted("\"websocket\"")), answer.body());
  }

  @Test
  void pollingFailsWithAnInvalidVersion() {
    assertEquals(400, pollingStatus("GET", "transport=polling"));
    assertEquals(400, pollingStatus("GET", "EIO=abc&transport=polling"));
  }

  @Test
  void pollingFailsWithAnInvalidTransport() {
    assertEquals(400, pollingStatus("GET", "EIO=4"));
    assertEquals(400, pollingStatus("GET", "EIO=4&transport=abc"));
  }

  @Test
  void pollingFailsWithAnInvalidMethod() {
    assertEquals(400, pollingStatus("POST", "EIO=4&transport=polling"));
    assertEquals(400, pollingStatus("PUT", "EIO=4&transport=polling"));
  }

  @Test
  void webSocketOpensASession() {
    try (RawClient client = new RawClient(host.port())) {
      assertEquals(101, client.status(RawClient.UPGRADE));
      String open = client.read().text();
      assertTrue(open.matches(OPEN.formatted("")), open);
    }
  }

  @Test
  void webSocketFailsWithAnInvalidVersion() {
    assertEquals(400, webSocketStatus("transport=websocket"));
    assertEquals(400, webSocketStatus("EIO=abc&transport=websocket"));
  }

  @Test
  void webSocketFailsWithAnInvalidTransport() {
    assertEquals(400, webSocketStatus("EIO=4"));
    assertEquals(400, webSocketStatus("EIO=4&transport=abc"));
  }

  @Test
  void pollingCarriesATextPacket() {
    PollingClient client = poller();
    HttpResponse<String> posted = client.post(message("hello"));
    assertEquals(200, posted.statusCode());
    assertEquals("ok", posted.body());
    assertEquals(echo("hello"), client.get().body());
  }

  @Test
  void pollingCarriesSeveralTextPackets() {
    PollingClient client = poller();
    String posted = message("test1") + '\u001e' + message("test2") + '\u001e' + message("test3");
    assertEquals("ok", client.post(posted).body());
    assertEquals(List.of(echo("test1"), echo("test2"), echo("test3")), client.packets());
  }

  @Test
  void pollingCarriesTextAndBinaryPackets() {
    PollingClient client = poller();
    String posted =
        message("hello") + '\u001e' + BINARY.formatted("message") + '\u001e' + "bAQIDBA==";
    assertEquals("ok", client.post(posted).body());
    assertEquals(
        List.of(echo("hello"), BINARY.formatted("message-back"), "bAQIDBA=="), client.packets());
  }

  @Test
  void pollingClosesOnAnInvalidPacket() {
    PollingClient client = PollingClient.open(host.port());
    assertEquals(400, client.post("abc").statusCode());
    assertEquals(400, client.get().statusCode());
  }

  @Test
  void pollingClosesOnADuplicatePoll() {
    PollingClient client = PollingClient.open(host.port());
    CompletableFuture<HttpResponse<String>> first = client.getLater();
    HttpResponse<String> second = client.get();
    // They may overtake each other.
    assertEquals(
        600, first.join().statusCode() + second.statusCode(), "one is answered, one refused");
    assertTrue(first.join().body().equals("1") || second.body().equals("1"));
    assertEquals(400, client.get().statusCode());
  }

  @Test
  void pollingClosesOnACancelledPoll() {
    PollingClient client = PollingClient.open(host.port());
    try (RawClient cancelled = new RawClient(host.port())) {
      String head =
          "GET /socket.io/?EIO=4&transport=polling&sid="
              + client.sid()
              + " HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n";
      cancelled.send(head.getBytes(StandardCharsets.US_ASCII));
    }
    Await.until("closed", () -> host.handler.connections() == 0);
    assertEquals(400, client.get().statusCode());
  }

  @Test
  void webSocketCarriesATextPacket() {
    try (RawClient client = socket()) {
      client.text(message("hello"));
      assertEquals(echo("hello"), client.read().text());
    }
  }

  @Test
  void webSocketCarriesABinaryPacket() {
    try (RawClient client = socket()) {
      client.text(BINARY.formatted("message"));
      client.send(Frames.frame(0x82, Frames.bytes(1, 2, 3, 4)));
      assertEquals(BINARY.formatted("message-back"), client.read().text());
      RawClient.Frame data = client.read();
      assertEquals(2, data.opcode());
      assertEquals("\1\2\3\4", data.text());
    }
  }

  @Test
  void webSocketClosesOnAnInvalidPacket() {
    try (RawClient client = RawClient.open(host.port())) {
      client.text("abc");
      assertEquals(1005, client.closeStatus());
    }
  }

  @Test
  void pollingPings() {
    PollingClient client = poller();
    for (int i = 0; i < 3; i++) {
      // The deadline of a response is cancelled a moment after the client has it.
      Await.until("only the heartbeat is scheduled", () -> timers.scheduled() == 1);
      timers.advance(PING_INTERVAL);
      assertEquals("2", client.get().body());
      assertEquals(200, client.post("3").statusCode());
    }
  }

  @Test
  void pollingClosesWithoutAPong() {
    PollingClient client = poller();
    Await.until("only the heartbeat is scheduled", () -> timers.scheduled() == 1);
    timers.advance(PING_INTERVAL);
    timers.advance(PING_TIMEOUT);
    assertEquals(400, client.get().statusCode());
  }

  @Test
  void webSocketPings() {
    try (RawClient client = socket()) {
      for (int i = 0; i < 3; i++) {
        timers.advance(PING_INTERVAL);
        assertEquals("2", client.read().text());
        client.text("3");
        client.text(message("the pong was read"));
        assertEquals(echo("the pong was read"), client.read().text());
      }
    }
  }

  @Test
  void webSocketClosesWithoutAPong() {
    try (RawClient client = socket()) {
      timers.advance(PING_INTERVAL);
      timers.advance(PING_TIMEOUT);
      assertEquals(1005, client.closeStatus());
    }
  }

  @Test
  void pollingEndsOnRequest() {
    PollingClient client = poller();
    CompletableFuture<HttpResponse<String>> open = client.getLater();
    // An answer shows that the poll has arrived.
    Await.until("a poll is answered", () -> client.post(message("hello")).statusCode() == 200);
    assertEquals(echo("hello"), open.join().body());
    CompletableFuture<HttpResponse<String>> last = client.getLater();
    assertEquals(200, client.post("1").statusCode());
    HttpResponse<String> answer = last.join();
    // It is refused when it comes after the end.
    assertTrue(answer.statusCode() == 400 || answer.body().equals("6"), answer.body());
    assertEquals(400, client.get().statusCode());
  }

  @Test
  void webSocketEndsOnRequest() {
    try (RawClient client = RawClient.open(host.port())) {
      client.text("1");
      assertEquals(1005, client.closeStatus());
    }
  }

  @Test
  void upgrades() {
    PollingClient client = poller();
    try (RawClient socket = upgrading(client)) {
      Await.until("the heartbeat and the end of the probe", () -> timers.scheduled() == 2);
      CompletableFuture<HttpResponse<String>> poll = client.getLater();
      Await.until("the end of the poll", () -> timers.scheduled() == 3);
      timers.advance(Duration.ofMillis(100));
      assertEquals(200, poll.join().statusCode());
      assertEquals("6", poll.join().body());
      socket.text("5");
      socket.text(message("hello"));
      assertEquals(echo("hello"), socket.read().text());
    }
  }

  @Test
  void refusesRequestsAfterTheUpgrade() {
    PollingClient client = poller();
    try (RawClient socket = upgrading(client)) {
      socket.text("5");
      socket.text(message("upgraded"));
      assertEquals(echo("upgraded"), socket.read().text());
      assertEquals(400, client.get().statusCode());
      socket.text(message("hello"));
      assertEquals(echo("hello"), socket.read().text());
    }
  }

  @Test
  void refusesAWebSocketAfterTheUpgrade() {
    PollingClient client = poller();
    try (RawClient socket = upgrading(client);
        RawClient second = new RawClient(host.port())) {
      socket.text("5");
      socket.text(message("upgraded"));
      assertEquals(echo("upgraded"), socket.read().text());
      assertEquals(400, second.status(upgrade(client)));
      socket.text(message("hello"));
      assertEquals(echo("hello"), socket.read().text());
    }
  }
}
