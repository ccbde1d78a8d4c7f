package io.healthconnect.signaling.polling;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.healthconnect.signaling.SignalingLimits;
import io.healthconnect.signaling.rig.Await;
import io.healthconnect.signaling.rig.ManualTimers;
import io.healthconnect.signaling.rig.PollingClient;
import io.healthconnect.signaling.rig.TestServer;
import io.healthconnect.signaling.sending.OutgoingEvent;
import io.healthconnect.testkit.Race;
import io.healthconnect.testkit.wire.RawClient;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

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
      HttpResponse<String> refused = client.post(event + " ");
      assertEquals(413, refused.statusCode());
      assertEquals("close", refused.headers().firstValue("Connection").orElse(""));
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

  /** W-12. */
  @Test
  void w12TellsTheOldestOfNineNotToComeBack() {
    try (TestServer server = new TestServer(ON, timers)) {
      PollingClient oldest = PollingClient.connected(server.port(), "ann");
      for (int i = 0; i < 8; i++) {
        PollingClient.connected(server.port(), "ann");
      }
      Await.until("eight left", () -> server.registry.transports() == 8);
      assertEquals(List.of("41", "1"), oldest.packets());
    }
  }

  /** W-13. */
  @Test
  void w13CompressesNothing() {
    try (TestServer server = new TestServer(ON, timers)) {
      PollingClient client = new PollingClient(server.port(), "Accept-Encoding", "gzip, br");
      HttpResponse<String> answer = client.handshake();
      assertEquals(Optional.empty(), answer.headers().firstValue("Content-Encoding"));
      assertTrue(answer.body().startsWith("0{"));
    }
  }

  /** W-11. */
  @Test
  void w11SessionsThatNeverPollAreEndedAfterTheConnectTimeout() {
    SignalingLimits limits = ON.withSockets(new SignalingLimits.Sockets(10_000, 10_000, 8));
    try (TestServer server = new TestServer(limits, timers)) {
      for (int i = 0; i < 10_000; i++) {
        PollingClient.open(server.port());
      }
      assertEquals(10_000, server.handler.connections());
      assertEquals(429, new PollingClient(server.port()).handshake().statusCode());
      timers.advance(Duration.ofSeconds(10));
      timers.advance(Duration.ofSeconds(2));
      assertEquals(0, server.handler.connections());
      assertEquals(0, server.registry.transports());
    }
  }

  /** H-01. */
  @Test
  void h01CutsASlowPost() {
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

  /** H-03, W-09: the rest of a response that nobody reads counts against the queue meanwhile. */
  @Test
  void h03CutsAClientThatReadsItsResponseTooSlowly() {
    int maxPayload = 8 << 20;
    SignalingLimits.Frames frames = ON.frames();
    SignalingLimits limits =
        ON.withQueues(new SignalingLimits.Queues(256, OFF, 1_024))
            .withFrames(
                new SignalingLimits.Frames(
                    maxPayload,
                    frames.maxFragments(),
                    frames.controlPerSecond(),
                    frames.controlBurst(),
                    frames.maxAttachments()));
    try (TestServer server = new TestServer(limits, timers)) {
      PollingClient session = PollingClient.connected(server.port(), "ann");
      session.post("42[\"burst\",100,80000]\u001e42[\"sync\"]");
      Await.until("all are queued", () -> server.listener.calls.contains("event sync"));
      try (RawClient slow = new RawClient(server.port(), 4_096)) {
        slow.send(get(session.sid()));
        assertEquals(200, slow.status());
        Await.until("the deadline of the response", () -> timers.scheduled() == 2);
        timers.advance(Duration.ofSeconds(20));
        slow.awaitEnd(Duration.ofSeconds(60));
      }
      Await.until("ended", () -> server.listener.calls.contains("disconnected ann"));
      assertEquals(0, server.registry.transports());
    }
  }

  /** W-10: a second POST at a time ends the session, and so does the rate. */
  @Test
  void w10AFloodOfPostsAtOnceEndsTheSession() {
    try (TestServer server = new TestServer(ON, timers)) {
      PollingClient client = PollingClient.connected(server.port(), "ann");
      PollingClient other = PollingClient.connected(server.port(), "bob");
      List<Integer> answers =
          Race.of(50, i -> () -> client.post("3" + "\u001e3".repeat(9))).stream()
              .map(HttpResponse::statusCode)
              .toList();
      assertTrue(answers.contains(400), answers::toString);
      HttpResponse<String> goodbye = client.get();
      assertTrue(goodbye.statusCode() == 400 || goodbye.body().equals("1"), goodbye::body);
      assertEquals(400, client.get().statusCode());
      Await.until("ended", () -> server.listener.calls.contains("disconnected ann"));
      assertEquals("ok", other.post("421[\"sync\"]").body());
      assertTrue(other.get().body().startsWith("431["));
    }
  }

  /** W-06: no more of them than the rate allows is read. */
  @Test
  void w06EndsASessionForABodyOfTenThousandPackets() {
    try (TestServer server = new TestServer(ON, timers)) {
      PollingClient client = PollingClient.connected(server.port(), "ann");
      assertEquals(400, client.post("3" + "\u001e3".repeat(9_999)).statusCode());
      Await.until("ended", () -> server.listener.calls.contains("disconnected ann"));
    }
  }

  /** W-07. */
  @ParameterizedTest
  @MethodSource("io.healthconnect.signaling.transport.HostileFramesTest#badPackets")
  void w07EndsASessionForAPacketThatIsNone(String packet) {
    try (TestServer server = new TestServer(ON, timers)) {
      PollingClient client = PollingClient.connected(server.port(), "ann");
      int status = client.post(packet).statusCode();
      // With 1 the client leaves of its own will.
      assertEquals(packet.equals("1") ? 200 : 400, status, packet);
      assertEquals(400, client.post("3").statusCode(), packet);
    }
  }

  /** W-07. */
  @ParameterizedTest
  @MethodSource("io.healthconnect.signaling.transport.HostileFramesTest#goodPackets")
  void w07KeepsASessionForAPacketThatIsOne(String packet) {
    try (TestServer server = new TestServer(ON, timers)) {
      PollingClient client = PollingClient.connected(server.port(), "ann");
      assertEquals("ok", client.post(packet).body());
      assertEquals("ok", client.post("425[\"sync\",\"still here\"]").body());
      String body = client.get().body();
      while (!body.contains("still here")) {
        body = client.get().body();
      }
    }
  }

  /** W-08: a client sends no pings in this version of the protocol. */
  @Test
  void w08EndsASessionForAPing() {
    try (TestServer server = new TestServer(ON, timers)) {
      PollingClient client = PollingClient.connected(server.port(), "ann");
      assertEquals(400, client.post("2").statusCode());
      assertEquals(400, client.get().statusCode());
    }
  }

  @Test
  void endsASessionWhoseClientGivesUpItsPoll() {
    try (TestServer server = new TestServer(ON, timers)) {
      PollingClient session = PollingClient.connected(server.port(), "ann");
      try (RawClient client = new RawClient(server.port())) {
        client.send(get(session.sid()));
        session.post("421[\"sync\"]");
        assertEquals(200, client.status());
        client.skipBody();
        client.send(get(session.sid()));
      }
      Await.until("ended", () -> server.listener.calls.contains("disconnected ann"));
      assertEquals(400, session.get().statusCode());
      assertEquals(0, server.handler.connections());
    }
  }

  private static byte[] get(String sid) {
    return ("GET /socket.io/?EIO=4&transport=polling&sid="
            + sid
            + " HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n")
        .getBytes(StandardCharsets.US_ASCII);
  }
}
