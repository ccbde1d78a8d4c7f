package io.healthconnect.signaling.polling;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.healthconnect.signaling.SignalingLimits;
import io.healthconnect.signaling.rig.Await;
import io.healthconnect.signaling.rig.ManualTimers;
import io.healthconnect.signaling.rig.PollingClient;
import io.healthconnect.signaling.rig.TestServer;
import io.healthconnect.testkit.wire.RawClient;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A session moves from polling to a WebSocket. */
class UpgradeTest {
  private final ManualTimers timers = new ManualTimers();
  private final TestServer server = new TestServer(SignalingLimits.defaults(), timers);
  private PollingClient client = new PollingClient(0);

  @BeforeEach
  void connect() {
    client = PollingClient.connected(server.port(), "ann");
  }

  @AfterEach
  void stop() {
    server.close();
  }

  private static String head(String sid) {
    return RawClient.UPGRADE.replace("transport=websocket", "transport=websocket&sid=" + sid);
  }

  private RawClient webSocket() {
    RawClient socket = new RawClient(server.port());
    assertEquals(101, socket.status(head(client.sid())));
    return socket;
  }

  private static void assertAnswered(RawClient socket, int id) {
    socket.text("42" + id + "[\"sync\"]");
    assertTrue(socket.read().text().startsWith("43" + id + "["));
  }

  private void assertPolls(int id) {
    client.post("42" + id + "[\"sync\"]");
    assertTrue(client.get().body().startsWith("43" + id + "["));
  }

  /** W-14. */
  @Test
  void w14CarriesEverythingOnTheWebSocketAfterTheUpgrade() {
    CompletableFuture<HttpResponse<String>> waiting = client.getLater();
    try (RawClient socket = webSocket()) {
      socket.text("2probe");
      assertEquals("3probe", socket.read().text());
      assertEquals("6", ended(waiting));
      client.post("421[\"sync\"]");
      socket.text("5");
      assertTrue(socket.read().text().startsWith("431["));
      assertAnswered(socket, 2);
      assertEquals(400, client.get().statusCode());
      assertEquals(400, client.post("3").statusCode());
      assertEquals(List.of("connected ann"), connections());
      assertEquals(1, server.handler.connections());
      try (RawClient second = new RawClient(server.port())) {
        assertEquals(400, second.status(head(client.sid())));
      }
      timers.advance(Duration.ofSeconds(25));
      assertEquals("2", socket.read().text());
    }
    Await.until("ended", () -> server.handler.connections() == 0);
    Await.until("told", () -> connections().size() == 2);
    assertEquals(List.of("connected ann", "disconnected ann"), connections());
  }

  private List<String> connections() {
    return server.listener.calls.stream().filter(call -> call.contains("connected")).toList();
  }

  @Test
  void w14AProbeThatIsCutLeavesPollingAsItWas() {
    try (RawClient socket = webSocket()) {
      socket.text("2probe");
      assertEquals("3probe", socket.read().text());
    }
    Await.until("the probe has ended", this::mayProbeAgain);
    assertPolls(1);
  }

  private boolean mayProbeAgain() {
    try (RawClient again = new RawClient(server.port())) {
      return again.status(head(client.sid())) == 101;
    }
  }

  @Test
  void w14AProbeThatNeverEndsIsClosedAndLeavesPollingAsItWas() {
    try (RawClient socket = webSocket()) {
      socket.text("2probe");
      assertEquals("3probe", socket.read().text());
      timers.advance(Duration.ofSeconds(10));
      assertEquals(1005, socket.closeStatus());
    }
    assertPolls(1);
  }

  @Test
  void anythingElseThanAProbeClosesTheWebSocketAlone() {
    for (String packet : List.of("5", "421[\"sync\"]", "40", "3probe", "2", "1")) {
      Await.until("no other probe", this::mayProbeAgain);
      Await.until("no other probe", () -> isClosedAfter(packet));
    }
    assertPolls(1);
  }

  /** False when the probe before it has not ended yet. */
  private boolean isClosedAfter(String packet) {
    try (RawClient socket = new RawClient(server.port())) {
      if (socket.status(head(client.sid())) != 101) {
        return false;
      }
      socket.text(packet);
      assertEquals(1005, socket.closeStatus(), packet);
      return true;
    }
  }

  @Test
  void w14RefusesASecondProbeAndAnUnknownSession() {
    try (RawClient socket = webSocket();
        RawClient second = new RawClient(server.port());
        RawClient unknown = new RawClient(server.port())) {
      socket.text("2probe");
      assertEquals("3probe", socket.read().text());
      assertEquals(400, second.status(head(client.sid())));
      assertEquals(400, unknown.status(head("none")));
      socket.text("5");
      assertAnswered(socket, 1);
    }
  }

  /** The body of a poll that began before the probe or during it. */
  private String ended(CompletableFuture<HttpResponse<String>> poll) {
    Await.until(
        "the poll has ended",
        () -> {
          timers.advance(PollTransport.PROBE_POLL);
          return poll.isDone();
        });
    return poll.join().body();
  }
}
