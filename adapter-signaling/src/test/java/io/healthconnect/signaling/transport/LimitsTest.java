package io.healthconnect.signaling.transport;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.healthconnect.signaling.SignalingLimits;
import io.healthconnect.signaling.rig.Await;
import io.healthconnect.signaling.rig.ManualTimers;
import io.healthconnect.signaling.rig.TestServer;
import io.healthconnect.testkit.wire.Frames;
import io.healthconnect.testkit.wire.RawClient;
import java.time.Duration;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Shows that each guard works, and that its attack succeeds when the guard is switched off. */
class LimitsTest {
  private static final int OFF = Integer.MAX_VALUE;
  private static final SignalingLimits ON = SignalingLimits.defaults();

  private final ManualTimers timers = new ManualTimers();

  /** W-08. */
  @Test
  void w08ClosesAPingFloodAtItsBurst() {
    try (TestServer server = new TestServer(ON, timers);
        RawClient client = RawClient.open(server.port())) {
      pings(client, 20);
      timers.advance(Duration.ofSeconds(1));
      pings(client, 10);
      client.send(Frames.frame(0x89, new byte[0]));
      assertEquals(1002, client.closeStatus());
    }
  }

  @Test
  void w08WithoutTheGuardAPingFloodSucceeds() {
    SignalingLimits limits = ON.withFrames(new SignalingLimits.Frames(65_536, 64, OFF, OFF, 10));
    try (TestServer server = new TestServer(limits, timers);
        RawClient client = RawClient.open(server.port())) {
      pings(client, 1_000);
    }
  }

  private static void pings(RawClient client, int count) {
    for (int i = 0; i < count; i++) {
      client.send(Frames.frame(0x89, new byte[] {7}));
      assertEquals(10, client.read().opcode());
    }
  }

  /** W-05. */
  @Test
  void w05WithoutTheGuardTinyFragmentsSucceed() {
    SignalingLimits limits = ON.withFrames(new SignalingLimits.Frames(65_536, OFF, 10, 20, 10));
    try (TestServer server = new TestServer(limits, timers);
        RawClient client = RawClient.open(server.port())) {
      client.send(Frames.frame(0x01, new byte[] {'6'}));
      IntStream.range(0, 1_000).forEach(i -> client.send(Frames.frame(0x00, new byte[0])));
      client.send(Frames.frame(0x80, new byte[0]));
      pings(client, 1);
    }
  }

  /** W-03. */
  @Test
  void w03WithoutTheGuardABigMessageSucceeds() {
    SignalingLimits limits = ON.withFrames(new SignalingLimits.Frames(1 << 20, 64, 10, 20, 10));
    try (TestServer server = new TestServer(limits, timers);
        RawClient client = RawClient.open(server.port())) {
      client.text("6".repeat(200_000));
      pings(client, 1);
    }
  }

  /** W-07. */
  @Test
  void w07WithoutTheGuardDeepJsonSucceeds() {
    SignalingLimits limits = ON.withJson(new SignalingLimits.Json(500, 500, 256));
    try (TestServer server = new TestServer(limits, timers);
        RawClient client = RawClient.connected(server.port(), "ann")) {
      client.text("421[\"sync\"," + "[".repeat(300) + "9".repeat(300) + "]".repeat(300) + "]");
      assertTrue(client.read().text().startsWith("431["));
    }
  }

  /** W-09. */
  @Test
  void w09ClosesASlowConsumerAndNobodyElse() {
    try (TestServer server = new TestServer(ON, timers);
        RawClient stuck = slow(server, "stuck");
        RawClient live = RawClient.connected(server.port(), "live")) {
      stuck.text("42[\"burst\",4000,8000]");
      Await.until("stuck is closed", () -> server.listener.calls.contains("disconnected stuck"));
      live.text("421[\"sync\"]");
      assertTrue(live.read().text().startsWith("431["));
      assertEquals(1013, stuck.closeStatus());
    }
  }

  @Test
  void w09CutsASlowConsumerThatReadsNothingAtAll() {
    try (TestServer server = new TestServer(ON, timers);
        RawClient stuck = slow(server, "stuck")) {
      stuck.text("42[\"burst\",4000,8000]");
      Await.until("stuck is closed", () -> server.listener.calls.contains("disconnected stuck"));
      timers.advance(Duration.ofSeconds(2));
      Await.until("place given back", () -> server.handler.connections() == 0);
    }
  }

  @Test
  void w09WithoutTheGuardTheQueueGrows() {
    SignalingLimits limits = ON.withQueues(new SignalingLimits.Queues(OFF, OFF, 1024));
    try (TestServer server = new TestServer(limits, timers);
        RawClient stuck = slow(server, "stuck")) {
      stuck.text("42[\"burst\",4000,8000]");
      for (int i = 0; i < 4_000; i++) {
        assertEquals(8_014, stuck.read().payload().length, "message " + i);
      }
    }
  }

  private static RawClient slow(TestServer server, String account) {
    RawClient client = new RawClient(server.port(), 4096);
    assertTrue(client.http(RawClient.UPGRADE).startsWith("HTTP/1.1 101 "));
    client.read();
    client.text("40{\"token\":\"token-" + account + "\"}");
    assertTrue(client.read().text().startsWith("40{"));
    return client;
  }

  /** W-10. */
  @Test
  void w10AnswersRateLimitedOverTheBurst() {
    try (TestServer server = new TestServer(ON, timers);
        RawClient client = RawClient.connected(server.port(), "ann")) {
      // The CONNECT was the first of the hundred packets.
      assertEquals(99, IntStream.range(0, 120).filter(i -> isAnswered(client, i)).count());
    }
  }

  @Test
  void w10WithoutTheGuardAnEventFloodSucceeds() {
    SignalingLimits limits =
        ON.withEvents(
            new SignalingLimits.Events(OFF, Duration.ofSeconds(10), 3, Duration.ofSeconds(60)));
    try (TestServer server = new TestServer(limits, timers);
        RawClient client = RawClient.connected(server.port(), "ann")) {
      assertEquals(500, IntStream.range(0, 500).filter(i -> isAnswered(client, i)).count());
    }
  }

  @Test
  void w10ClosesWith4429AfterTenSecondsOfFlood() {
    try (TestServer server = new TestServer(ON, timers);
        RawClient client = RawClient.connected(server.port(), "ann")) {
      IntStream.range(0, 120).forEach(i -> isAnswered(client, i));
      for (int i = 0; i < 19; i++) {
        timers.advance(Duration.ofMillis(500));
        assertEquals(50, IntStream.range(0, 60).filter(j -> isAnswered(client, j)).count());
      }
      timers.advance(Duration.ofMillis(500));
      IntStream.range(0, 60).forEach(j -> client.text("421[\"sync\"]"));
      assertEquals(4429, client.closeStatus());
    }
  }

  @Test
  void w10ClosesWith4429AFloodThatOutrunsItsAnswers() {
    SignalingLimits limits = ON.withQueues(new SignalingLimits.Queues(256, 1 << 20, 150));
    try (TestServer server = new TestServer(limits, timers);
        RawClient client = RawClient.connected(server.port(), "ann")) {
      IntStream.range(0, 300).forEach(i -> client.text("421[\"wait\"]"));
      assertEquals(4429, client.closeStatus());
    }
  }

  /** Whether the event was handled; otherwise it was refused for its rate. */
  private static boolean isAnswered(RawClient client, int id) {
    client.text("42" + id + "[\"sync\"]");
    String answer = client.read().text();
    boolean done = answer.startsWith("43" + id + "[{\"ok\":true");
    assertTrue(done || answer.contains("rate_limited"), answer);
    return done;
  }

  /** W-12. */
  @Test
  void w12CountsConnectionsInAllAndByAddress() {
    capIsExact(ON.withSockets(new SignalingLimits.Sockets(3, 100, 8)));
    capIsExact(ON.withSockets(new SignalingLimits.Sockets(100, 3, 8)));
  }

  private void capIsExact(SignalingLimits limits) {
    try (TestServer server = new TestServer(limits, timers);
        RawClient first = RawClient.open(server.port());
        RawClient second = RawClient.open(server.port())) {
      RawClient third = RawClient.open(server.port());
      try (RawClient fourth = new RawClient(server.port())) {
        assertTrue(fourth.http(RawClient.UPGRADE).startsWith("HTTP/1.1 429 "));
      }
      third.close();
      Await.until("a place is free", () -> server.handler.connections() == 2);
      RawClient.open(server.port()).close();
      pings(first, 1);
      pings(second, 1);
    }
  }

  @Test
  void aSocketWithTooManyWaitingEventsIsClosed() {
    SignalingLimits limits = ON.withQueues(new SignalingLimits.Queues(256, 1 << 20, 5));
    try (TestServer server = new TestServer(limits, timers);
        RawClient client = RawClient.connected(server.port(), "ann")) {
      IntStream.range(0, 10).forEach(i -> client.text("42[\"wait\"]"));
      assertEquals(1013, client.closeStatus());
    }
  }

  @Test
  void refusesAHandshakeThatTookTooLong() {
    SignalingLimits.Timeouts given = ON.timeouts();
    SignalingLimits limits =
        ON.withTimeouts(
            new SignalingLimits.Timeouts(
                given.pingInterval(),
                given.pingTimeout(),
                given.connect(),
                Duration.ofNanos(1),
                given.close()));
    try (TestServer server = new TestServer(limits, timers);
        RawClient client = new RawClient(server.port())) {
      assertTrue(client.http(RawClient.UPGRADE).startsWith("HTTP/1.1 408 "));
    }
  }

  @Test
  void stoppingTheServerSays1001() {
    try (TestServer server = new TestServer(ON, timers);
        RawClient client = RawClient.connected(server.port(), "ann")) {
      Thread stopping = new Thread(server::stop);
      stopping.start();
      assertEquals(1001, client.closeStatus());
    }
  }
}
