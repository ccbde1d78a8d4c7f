package io.healthconnect.signaling.polling;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.healthconnect.signaling.SignalingLimits;
import io.healthconnect.signaling.rig.Await;
import io.healthconnect.signaling.rig.ManualTimers;
import io.healthconnect.signaling.rig.PollingClient;
import io.healthconnect.signaling.rig.TestServer;
import io.healthconnect.signaling.sending.CloseCode;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The transport as clients see it. */
class PollingTest {
  private static final String UNKNOWN = "{\"code\":1,\"message\":\"Session ID unknown\"}";

  private final ManualTimers timers = new ManualTimers();
  private final TestServer server = new TestServer(SignalingLimits.defaults(), timers);

  @AfterEach
  void stop() {
    server.close();
  }

  @Test
  void opensASessionThatMayUpgrade() {
    HttpResponse<String> answer = new PollingClient(server.port()).handshake();
    assertEquals(200, answer.statusCode());
    assertEquals(
        "0{\"sid\":\"id1\",\"upgrades\":[\"websocket\"],\"pingInterval\":25000,"
            + "\"pingTimeout\":20000,\"maxPayload\":65536}",
        answer.body());
    assertEquals(
        "text/plain; charset=UTF-8", answer.headers().firstValue("Content-Type").orElse(""));
    assertEquals("no-store", answer.headers().firstValue("Cache-Control").orElse(""));
  }

  @Test
  void carriesEventsAndAcksInOrder() {
    PollingClient client = PollingClient.connected(server.port(), "ann");
    HttpResponse<String> posted =
        client.post("421[\"echo\",\"a\"]\u001e422[\"echo\",\"b\"]\u001e423[\"sync\"]");
    assertEquals("ok", posted.body());
    List<String> packets = new ArrayList<>();
    while (packets.size() < 5) {
      packets.addAll(client.packets());
    }
    assertEquals(
        List.of("431[", "42[", "432[", "42[", "433["),
        packets.stream().map(packet -> packet.substring(0, packet.indexOf('[') + 1)).toList());
  }

  @Test
  void aGetWaitsForThePacket() throws Exception {
    PollingClient client = PollingClient.connected(server.port(), "ann");
    CompletableFuture<HttpResponse<String>> waiting = client.getLater();
    client.post("421[\"sync\"]");
    assertTrue(waiting.get(60, TimeUnit.SECONDS).body().startsWith("431["));
  }

  @Test
  void pingsInTheAnswerOfAGetAndEndsWithoutAPong() {
    PollingClient client = PollingClient.connected(server.port(), "ann");
    awaitResponse();
    timers.advance(Duration.ofSeconds(25));
    assertEquals(List.of("2"), client.packets());
    assertEquals("ok", client.post("3").body());
    awaitResponse();
    timers.advance(Duration.ofSeconds(25));
    assertEquals(List.of("2"), client.packets());
    awaitResponse();
    timers.advance(Duration.ofSeconds(20));
    assertEquals(UNKNOWN, client.get().body());
    assertEquals(0, server.handler.connections());
  }

  /** The deadline of a response is cancelled a moment after the client has it. */
  private void awaitResponse() {
    Await.until("only the heartbeat is scheduled", () -> timers.scheduled() == 1);
  }

  /** W-06. */
  @Test
  void w06ASecondGetEndsTheSession() throws Exception {
    PollingClient client = PollingClient.connected(server.port(), "ann");
    CompletableFuture<HttpResponse<String>> first = client.getLater();
    CompletableFuture<HttpResponse<String>> second = client.getLater();
    List<Integer> statuses =
        List.of(
            first.get(60, TimeUnit.SECONDS).statusCode(),
            second.get(60, TimeUnit.SECONDS).statusCode());
    assertTrue(statuses.contains(400) && statuses.contains(200), statuses::toString);
    assertEquals(UNKNOWN, client.get().body());
  }

  /** C-08: Another node does not know the session, so the client starts again. */
  @Test
  void c08APollAtAnotherNodeIsRefusedAndTheClientStartsAnew() {
    PollingClient client = PollingClient.connected(server.port(), "ann");
    try (TestServer other = new TestServer(SignalingLimits.defaults(), new ManualTimers())) {
      PollingClient strayed = new PollingClient(other.port());
      strayed.resume(client.sid() + "-of-another-node");
      assertEquals(UNKNOWN, strayed.get().body());
      assertEquals(UNKNOWN, strayed.post("421[\"sync\"]").body());
      assertTrue(PollingClient.connected(other.port(), "ann").sid().length() > 0);
    }
    client.post("421[\"sync\"]");
    assertTrue(client.get().body().startsWith("431["));
  }

  @Test
  void refusesWhatItDoesNotKnow() {
    PollingClient client = new PollingClient(server.port());
    assertEquals("{\"code\":2,\"message\":\"Bad handshake method\"}", client.post("40").body());
    client.handshake();
    assertEquals(400, client.method("PUT", "40").statusCode());
    assertEquals(400, client.method("DELETE", "").statusCode());
    assertEquals("ok", client.post("40").body());
  }

  @Test
  void anInvalidPacketEndsTheSession() {
    PollingClient client = PollingClient.connected(server.port(), "ann");
    assertEquals(400, client.post("9").statusCode());
    assertEquals(UNKNOWN, client.get().body());
  }

  @Test
  void anEmptyBodyEndsTheSession() {
    PollingClient client = PollingClient.connected(server.port(), "ann");
    assertEquals(400, client.post("").statusCode());
  }

  @Test
  void binaryDataThatWasNotAnnouncedEndsTheSession() {
    PollingClient client = PollingClient.connected(server.port(), "ann");
    assertEquals(400, client.post("bAAEC").statusCode());
    PollingClient other = PollingClient.connected(server.port(), "bob");
    String event = "451-1[\"sync\",{\"_placeholder\":true,\"num\":0}]";
    assertEquals("ok", other.post(event + "\u001ebAAEC").body());
    assertTrue(other.get().body().startsWith("431["));
  }

  @Test
  void aDisconnectEndsTheSocketAndNotTheSession() {
    PollingClient client = PollingClient.connected(server.port(), "ann");
    assertEquals("ok", client.post("41").body());
    client.post("40{\"token\":\"token-bob\"}");
    assertTrue(client.get().body().startsWith("40{"));
    assertFalse(server.registry.ofAccount("bob").isEmpty());
  }

  @Test
  void theEndOfASessionIsToldToTheNextPoll() throws Exception {
    PollingClient client = PollingClient.connected(server.port(), "ann");
    CompletableFuture<HttpResponse<String>> waiting = client.getLater();
    client.post("421[\"sync\"]");
    waiting.get(60, TimeUnit.SECONDS);
    server.registry.closeAll(CloseCode.SESSION_ENDED);
    assertEquals(List.of("1"), client.packets());
  }
}
