package io.healthconnect.signaling.product;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.healthconnect.domain.presence.DeviceId;
import io.healthconnect.signaling.rig.Await;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.function.Function;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class RecoveryOnEachTransportTest {
  /** After so many seconds a pong is missing. */
  private static final int SILENCE = 45;

  enum Transport {
    WEBSOCKET(ClientLine.WebSocket::open),
    POLLING(PollingLine::open),
    UPGRADE(server -> new UpgradingLine(server, new Random(19)));

    private final Function<ProductServer, ClientLine> lines;

    Transport(Function<ProductServer, ClientLine> lines) {
      this.lines = lines;
    }
  }

  private static String heard(RecoveringClient client) {
    return client.event("newMessage").at("/message/text").textValue();
  }

  private static boolean knows(ProductServer server, RecoveringClient client) {
    return server.world.knows(new DeviceId(client.sid()));
  }

  /** The server notices the loss only when it misses a pong, after 45 seconds. */
  @ParameterizedTest
  @EnumSource
  void aCableThatIsPulledForOneToSixtySeconds(Transport transport) {
    for (int seconds : List.of(1, 24, 26, 44, 46, 60)) {
      try (ProductServer server = new ProductServer()) {
        server.meet();
        isPulled(server, transport, seconds);
      }
    }
  }

  private void isPulled(ProductServer server, Transport transport, int seconds) {
    try (RecoveringClient client = RecoveringClient.connect(server, "paul-1", transport.lines)) {
      String sid = client.sid();
      // The deadline of a response is cancelled a moment after the client has it.
      Await.until("only the heartbeat is scheduled", () -> server.timers.scheduled() == 1);
      for (int second = 0; second < seconds; second++) {
        server.timers.advance(Duration.ofSeconds(1));
      }
      if (seconds > SILENCE) {
        Await.until("noticed", () -> !knows(server, client));
      } else {
        assertTrue(knows(server, client));
      }
      server.write("missed");
      client.comeBack();
      assertTrue(client.isRecovered(), seconds + " seconds");
      assertEquals(sid, client.sid());
      assertEquals("missed", heard(client));
      server.write("after");
      assertEquals("after", heard(client));
    }
  }

  @ParameterizedTest
  @EnumSource
  void fiveHundredMissedEvents(Transport transport) {
    try (ProductServer server = new ProductServer()) {
      server.meet();
      RecoveringClient client = RecoveringClient.connect(server, "paul-1", transport.lines);
      client.cut();
      Await.until("gone", () -> !knows(server, client));
      for (int i = 0; i < 500; i++) {
        server.write("missed " + i);
      }
      client.comeBack();
      assertTrue(client.isRecovered());
      for (int i = 0; i < 500; i++) {
        assertEquals("missed " + i, heard(client));
      }
      client.close();
    }
  }
}
