package io.healthconnect.signaling.polling;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.healthconnect.signaling.SignalingLimits;
import io.healthconnect.signaling.rig.Await;
import io.healthconnect.signaling.rig.ManualTimers;
import io.healthconnect.signaling.rig.PollingClient;
import io.healthconnect.signaling.rig.TestServer;
import io.healthconnect.signaling.sending.OutgoingEvent;
import io.healthconnect.testkit.wire.RawClient;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** The limits of sockets, for polling sessions. */
class PollingLimitsTest {
  private static final SignalingLimits ON = SignalingLimits.defaults();
  private static final int OFF = Integer.MAX_VALUE;

  private final ManualTimers timers = new ManualTimers();

  /** More requests are waiting than the server has threads. */
  @Test
  void aWaitingGetHoldsNoThread() throws Exception {
    SignalingLimits limits = ON.withSockets(new SignalingLimits.Sockets(1_000, 1_000, 1_000));
    try (TestServer server = new TestServer(limits, timers)) {
      List<CompletableFuture<HttpResponse<String>>> waiting = new ArrayList<>();
      for (int i = 0; i < 300; i++) {
        waiting.add(PollingClient.connected(server.port(), "ann").getLater());
      }
      Await.until("only heartbeats are scheduled", () -> timers.scheduled() == 300);
      timers.advance(Duration.ofSeconds(25));
      for (CompletableFuture<HttpResponse<String>> poll : waiting) {
        assertEquals("2", poll.get(60, TimeUnit.SECONDS).body());
      }
    }
  }

  /** W-06. */
  @Test
  void w06TakesABodyOfTheLimitAndRefusesOneByteMore() {
    try (TestServer server = new TestServer(ON, timers)) {
      PollingClient client = PollingClient.connected(server.port(), "ann");
      String event = "421[\"sync\",\"" + "x".repeat(65_536 - 14) + "\"]";
      assertEquals(65_536, event.length());
      assertEquals("ok", client.post(event).body());
      assertEquals(413, client.post(event + " ").statusCode());
      assertEquals(400, client.post("3").statusCode());
    }
  }

  /** A body of unknown length is read up to the limit and no further. */
  @Test
  void w06StopsReadingAChunkedBodyAtTheLimit() {
    try (TestServer server = new TestServer(ON, timers)) {
      PollingClient session = PollingClient.connected(server.port(), "ann");
      try (RawClient client = new RawClient(server.port())) {
        client.send(
            ("POST /socket.io/?EIO=4&transport=polling&sid="
                    + session.sid()
                    + " HTTP/1.1\r\nHost: 127.0.0.1\r\nTransfer-Encoding: chunked\r\n\r\n")
                .getBytes(StandardCharsets.US_ASCII));
        byte[] chunk =
            ("8000\r\n" + "x".repeat(0x8000) + "\r\n").getBytes(StandardCharsets.US_ASCII);
        client.send(chunk);
        client.send(chunk);
        client.send(chunk);
        assertEquals(413, client.status());
      }
      Await.until("ended", () -> session.get().statusCode() == 400);
    }
  }

  /** W-07. */
  @Test
  void w07RefusesAnEncodedBody() {
    try (TestServer server = new TestServer(ON, timers)) {
      PollingClient client = new PollingClient(server.port(), "Content-Encoding", "gzip");
      client.resume(PollingClient.open(server.port()).sid());
      assertEquals(415, client.post("3").statusCode());
    }
  }

  /** W-09. */
  @Test
  void w09ClosesASessionWhoseQueueIsFull() {
    SignalingLimits limits = ON.withQueues(new SignalingLimits.Queues(256, 100_000, 1_024));
    try (TestServer server = new TestServer(limits, timers)) {
      PollingClient client = PollingClient.connected(server.port(), "ann");
      client.post("42[\"burst\",13,8000]");
      Await.until("closed", () -> server.listener.calls.contains("disconnected ann"));
      assertEquals(List.of("1"), client.packets());
    }
  }

  @Test
  void w09WithoutTheGuardTheQueueGrows() {
    SignalingLimits limits = ON.withQueues(new SignalingLimits.Queues(OFF, OFF, 1_024));
    try (TestServer server = new TestServer(limits, timers)) {
      PollingClient client = PollingClient.connected(server.port(), "ann");
      client.post("42[\"burst\",200,8000]");
      int received = 0;
      while (received < 200) {
        List<String> packets = client.packets();
        assertTrue(packets.size() <= 8, "a response is no longer than maxPayload");
        received += packets.size();
      }
      assertEquals(200, received);
    }
  }

  /** W-10. */
  @Test
  void w10CountsThePacketsOfABodyLikeEvents() {
    try (TestServer server = new TestServer(ON, timers)) {
      PollingClient client = PollingClient.open(server.port());
      assertEquals("ok", client.post("3" + "\u001e3".repeat(99)).body());
      assertEquals(400, client.post("3").statusCode());
    }
  }

  /** A client polls as often as the server has something to send. */
  @Test
  void w10DoesNotCountGetsAgainstTheClient() {
    try (TestServer server = new TestServer(ON, timers)) {
      PollingClient client = PollingClient.connected(server.port(), "ann");
      for (int i = 0; i < 500; i++) {
        server.registry.broadcast("ann", OutgoingEvent.ofJson("news", Integer.toString(i)));
        assertEquals(List.of("42[\"news\"," + i + "]"), client.packets());
      }
      assertEquals("ok", client.post("421[\"sync\"]").body());
    }
  }

  /** W-12. */
  @Test
  void w12ASessionCountsOnceHoweverManyRequestsItMakes() {
    SignalingLimits limits = ON.withSockets(new SignalingLimits.Sockets(100, 2, 8));
    try (TestServer server = new TestServer(limits, timers)) {
      PollingClient first = PollingClient.connected(server.port(), "ann");
      PollingClient.connected(server.port(), "ann");
      assertEquals(429, new PollingClient(server.port()).handshake().statusCode());
      first.post("421[\"sync\"]");
      assertTrue(first.get().body().startsWith("431["));
      assertEquals(2, server.handler.connections());
      first.post("1");
      timers.advance(Duration.ofSeconds(2));
      assertEquals(1, server.handler.connections());
      assertEquals(200, new PollingClient(server.port()).handshake().statusCode());
    }
  }

  /** H-01. */
  @Test
  void h01SessionsThatNeverPollAreEndedAfterTheConnectTimeout() {
    try (TestServer server = new TestServer(ON, timers)) {
      for (int i = 0; i < 150; i++) {
        PollingClient.open(server.port());
      }
      assertEquals(150, server.handler.connections());
      timers.advance(Duration.ofSeconds(10));
      timers.advance(Duration.ofSeconds(2));
      assertEquals(0, server.handler.connections());
      assertEquals(0, server.registry.transports());
    }
  }

  /** H-03. */
  @Test
  void h03CutsASlowPost() {
    try (TestServer server = new TestServer(ON, timers)) {
      PollingClient session = PollingClient.connected(server.port(), "ann");
      try (RawClient client = new RawClient(server.port())) {
        client.send(
            ("POST /socket.io/?EIO=4&transport=polling&sid="
                    + session.sid()
                    + " HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Length: 10\r\n\r\n4")
                .getBytes(StandardCharsets.US_ASCII));
        Await.until("posting", () -> session.post("3").statusCode() == 400);
        timers.advance(Duration.ofSeconds(5));
        client.awaitEnd(Duration.ofSeconds(60));
      }
    }
  }
}
