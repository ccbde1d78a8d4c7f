package io.healthconnect.signaling.transport;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.healthconnect.signaling.SignalingLimits;
import io.healthconnect.signaling.rig.ManualTimers;
import io.healthconnect.signaling.rig.TestServer;
import io.healthconnect.testkit.wire.RawClient;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every Engine.IO packet counts against the rate of its socket, not only events. */
class EngineFrameRateTest {
  private static final SignalingLimits ON = SignalingLimits.defaults();

  private final ManualTimers timers = new ManualTimers();

  /** W-10. */
  @ParameterizedTest
  @ValueSource(strings = {"3", "6", "0", "5"})
  void w10ClosesAFloodBeforeTheLogIn(String packet) {
    try (TestServer server = new TestServer(ON, timers);
        RawClient client = RawClient.open(server.port())) {
      send(client, packet, 101);
      assertEquals(4429, client.closeStatus());
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"3", "6"})
  void w10ClosesAFloodAfterTheLogIn(String packet) {
    try (TestServer server = new TestServer(ON, timers);
        RawClient client = RawClient.connected(server.port(), "ann")) {
      // The CONNECT was the first of the hundred packets.
      send(client, packet, 98);
      client.text("421[\"sync\"]");
      assertTrue(client.read().text().startsWith("431[{\"ok\":true"));
      timers.advance(Duration.ofSeconds(1));
      send(client, packet, 101);
      assertEquals(4429, client.closeStatus());
    }
  }

  @Test
  void w10WithoutTheGuardAFloodOfPongsSucceeds() {
    SignalingLimits limits =
        ON.withEvents(
            new SignalingLimits.Events(
                Integer.MAX_VALUE, Duration.ofSeconds(10), 3, Duration.ofSeconds(60)));
    try (TestServer server = new TestServer(limits, timers);
        RawClient client = RawClient.connected(server.port(), "ann")) {
      send(client, "3", 1_000);
      client.text("421[\"sync\"]");
      assertTrue(client.read().text().startsWith("431[{\"ok\":true"));
    }
  }

  @Test
  void anEmptyQueueTakesAnEventOfAnySize() {
    SignalingLimits limits = ON.withQueues(new SignalingLimits.Queues(256, 1_000, 1_024));
    try (TestServer server = new TestServer(limits, timers);
        RawClient client = RawClient.connected(server.port(), "ann")) {
      client.text("42[\"burst\",1,50000]");
      assertEquals(50_000 + "42[\"burst\",\"\"]".length(), client.read().payload().length);
    }
  }

  private static void send(RawClient client, String packet, int times) {
    for (int i = 0; i < times; i++) {
      client.text(packet);
    }
  }
}
