package io.healthconnect.signaling.transport;

import static java.util.stream.Collectors.toSet;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.healthconnect.signaling.SignalingLimits;
import io.healthconnect.signaling.rig.Await;
import io.healthconnect.signaling.rig.ManualTimers;
import io.healthconnect.signaling.rig.TestServer;
import io.healthconnect.signaling.sending.CloseCode;
import io.healthconnect.signaling.session.ClientSocket;
import io.healthconnect.testkit.Race;
import io.healthconnect.testkit.wire.Frames;
import io.healthconnect.testkit.wire.RawClient;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class SocketSessionOnTheWireTest {
  private final ManualTimers timers = new ManualTimers();
  private final TestServer server = new TestServer(SignalingLimits.defaults(), timers);

  @AfterEach
  void stop() {
    server.close();
  }

  @Test
  void admitsAndAnswersAndSaysGoodbyeInOrder() {
    try (RawClient client = RawClient.connected(server.port(), "ann")) {
      client.text("420[\"echo\",1]");
      assertEquals("430[{\"ok\":true,\"args\":[1]}]", client.read().text());
      assertEquals("42[\"echo\",{\"ok\":true,\"args\":[1]}]", client.read().text());
      client.text("42987654321098765432109876543210[\"echo-inline\",\"é\"]");
      assertEquals(
          "43987654321098765432109876543210[{\"ok\":true,\"args\":[\"é\"]}]", client.read().text());
    }
    Await.until("goodbye", () -> server.listener.calls.contains("disconnected ann"));
    assertEquals(
        List.of(
            "authenticate", "connected ann", "event echo", "event echo-inline", "disconnected ann"),
        List.copyOf(server.listener.calls));
    Await.until("no connection", () -> server.handler.connections() == 0);
    assertEquals(0, server.registry.transports());
  }

  @Test
  void refusesWrongCredentialsAndLetsTheClientTryAgain() {
    try (RawClient client = RawClient.open(server.port())) {
      client.text("40");
      assertEquals("44{\"message\":\"unauthorized\"}", client.read().text());
      client.text("40/x");
      assertEquals("44/x,{\"message\":\"Invalid namespace\"}", client.read().text());
      client.text("40{\"token\":\"token-ann\"}");
      assertTrue(client.read().text().startsWith("40{\"sid\":"));
    }
  }

  @Test
  void givesANewSidAfterDisconnectAndConnect() {
    try (RawClient client = RawClient.connected(server.port(), "ann")) {
      client.text("41");
      client.text("40{\"token\":\"token-ann\"}");
      assertTrue(client.read().text().startsWith("40{\"sid\":"));
      Await.until("goodbye", () -> server.listener.calls.contains("disconnected ann"));
    }
  }

  /** W-11. */
  @Test
  void w11ClosesASocketThatNeverConnects() {
    try (RawClient client = RawClient.open(server.port())) {
      client.text("40");
      assertEquals("44{\"message\":\"unauthorized\"}", client.read().text());
      timers.advance(Duration.ofMillis(9_999));
      client.text("40");
      assertEquals("44{\"message\":\"unauthorized\"}", client.read().text());
      timers.advance(Duration.ofMillis(1));
      assertEquals(1005, client.closeStatus());
    }
  }

  @Test
  void pingsAndClosesWhenNoPongComes() {
    try (RawClient client = RawClient.connected(server.port(), "ann")) {
      timers.advance(Duration.ofMillis(24_999));
      assertTrue(answers(client));
      timers.advance(Duration.ofMillis(1));
      assertEquals("2", client.read().text());
      timers.advance(Duration.ofMillis(19_999));
      client.text("3");
      assertTrue(answers(client));
      timers.advance(Duration.ofMillis(24_999));
      assertTrue(answers(client));
      timers.advance(Duration.ofMillis(1));
      assertEquals("2", client.read().text());
      timers.advance(Duration.ofMillis(19_999));
      assertTrue(answers(client));
      timers.advance(Duration.ofMillis(1));
      assertEquals(1005, client.closeStatus());
    }
  }

  /**
   * C-05: peers whose packets no longer arrive, and who do not close. Here they hold their sockets
   * and say nothing, which is the same to the server.
   */
  @Test
  void c05SilentPeersAreGoneAfterOneHeartbeat() {
    int count = 150;
    List<RawClient> silent =
        IntStream.range(0, count)
            .mapToObj(i -> RawClient.connected(server.port(), "silent" + i))
            .toList();
    try (RawClient alive = RawClient.connected(server.port(), "ann")) {
      assertEquals(count + 1, server.registry.transports());
      timers.advance(Duration.ofSeconds(25));
      assertEquals("2", alive.read().text());
      alive.text("3");
      assertTrue(answers(alive));
      timers.advance(Duration.ofMillis(19_999));
      assertEquals(count + 1, server.registry.transports());
      timers.advance(Duration.ofMillis(1));
      // After the close frame and a moment the connection is cut, whether or not the peer answers.
      timers.advance(Duration.ofSeconds(5));
      Await.until("only one connection", () -> server.handler.connections() == 1);
      Await.until("only one socket", () -> server.registry.transports() == 1);
      assertEquals("2", alive.read().text());
      assertTrue(answers(alive));
    }
    silent.forEach(RawClient::close);
  }

  @Test
  void aBinaryEventBreaksNothing() {
    try (RawClient client = RawClient.connected(server.port(), "ann")) {
      client.text("451-7[\"sync\",{\"_placeholder\":true,\"num\":0}]");
      client.send(Frames.frame(0x82, new byte[] {1, 2, 3}));
      assertTrue(client.read().text().startsWith("437[{\"ok\":true"));
      client.send(Frames.frame(0x82, new byte[] {1, 2, 3}));
      assertEquals(1003, client.closeStatus());
    }
  }

  @Test
  void closesWith1001WhenTheServerStops() {
    try (RawClient client = RawClient.connected(server.port(), "ann")) {
      server.registry.closeAll(CloseCode.SERVER_STOPPING);
      assertEquals(1001, client.closeStatus());
    }
  }

  @Test
  void closesWith1011WhenTheListenerFails() {
    try (RawClient client = RawClient.connected(server.port(), "ann")) {
      client.text("42[\"fail\"]");
      assertEquals(1011, client.closeStatus());
    }
    Await.until("goodbye", () -> server.listener.calls.contains("disconnected ann"));
  }

  @Test
  void closesWith4403AtTheThirdForbiddenEventWithinAMinute() {
    try (RawClient client = RawClient.connected(server.port(), "ann")) {
      for (int i = 0; i < 3; i++) {
        client.text("42" + i + "[\"forbidden\"]");
        assertTrue(client.read().text().contains("forbidden"));
        timers.advance(Duration.ofSeconds(5));
      }
      assertEquals(4403, client.closeStatus());
    }
  }

  /** W-12. */
  @Test
  void w12ClosesTheOldestOfNineSocketsWith4409() {
    RawClient oldest = RawClient.connected(server.port(), "ann");
    List<RawClient> others =
        IntStream.range(0, 8).mapToObj(i -> RawClient.connected(server.port(), "ann")).toList();
    assertEquals("41", oldest.read().text());
    assertEquals(4409, oldest.closeStatus());
    Await.until("eight left", () -> server.registry.ofAccount("ann").size() == 8);
    others.forEach(RawClient::close);
    oldest.close();
  }

  /** C-04. */
  @Test
  void c04LeavesExactlyEightOfManySocketsThatConnectAtOnce() {
    List<RawClient> all = Race.of(24, i -> () -> RawClient.connected(server.port(), "ann"));
    Await.until("eight left", () -> server.registry.transports() == 8);
    assertEquals(8, server.registry.ofAccount("ann").size());
    Set<String> open =
        server.registry.ofAccount("ann").stream().map(ClientSocket::id).collect(toSet());
    assertEquals(8, open.size());
    long alive = all.stream().filter(SocketSessionOnTheWireTest::answers).count();
    assertEquals(8, alive);
    all.forEach(RawClient::close);
    Await.until("no connection", () -> server.handler.connections() == 0);
    // The disconnections follow, in the order of each socket.
    Await.until("nobody left", () -> server.registry.ofAccount("ann").isEmpty());
  }

  /** Whether the socket still works; one that does not must have been closed with 4409. */
  private static boolean answers(RawClient client) {
    client.text("420[\"sync\"]");
    RawClient.Frame frame = client.read();
    if (frame.text().equals("41")) {
      assertEquals(4409, client.closeStatus());
      return false;
    }
    assertEquals("430[{\"ok\":true,\"args\":[]}]", frame.text());
    return true;
  }

  @Test
  void closesTheSocketsOfAnEndedSessionWith4401() {
    try (RawClient client = RawClient.connected(server.port(), "ann")) {
      Await.until("registered", () -> !server.registry.ofSession("session-ann").isEmpty());
      server.registry.closeSessions(List.of("session-ann"));
      assertEquals(4401, client.closeStatus());
    }
  }
}
