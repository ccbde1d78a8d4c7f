package io.healthconnect.signaling.transport;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.healthconnect.signaling.SignalingLimits;
import io.healthconnect.signaling.rig.ManualTimers;
import io.healthconnect.signaling.rig.PollingClient;
import io.healthconnect.signaling.rig.TestServer;
import io.healthconnect.testkit.wire.RawClient;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** D-07: every connection is answered or closed. No deadline does it, because time stands still. */
class ConnectionsAtStopTest {
  private static final String POLLING = "/socket.io/?EIO=4&transport=polling";
  private static final int GOING_AWAY = 1001;

  private final TestServer server = new TestServer(SignalingLimits.defaults(), new ManualTimers());

  @AfterEach
  void stop() {
    server.close();
  }

  private RawClient sends(String begin) {
    RawClient client = new RawClient(server.port());
    client.send(begin.replace("\n", "\r\n").getBytes(US_ASCII));
    return client;
  }

  private String session() {
    return POLLING + "&sid=" + PollingClient.open(server.port()).sid();
  }

  private RawClient probe() {
    RawClient client = new RawClient(server.port());
    String target = session().replace("polling", "websocket");
    String head = RawClient.UPGRADE.replace("/socket.io/?EIO=4&transport=websocket", target);
    assertEquals(101, client.status(head));
    return client;
  }

  @Test
  void thoseWithHalfARequestAndThoseThatWait() {
    List<RawClient> clients =
        List.of(
            sends(""),
            sends("GET " + POLLING + " HTTP/1.1\nHost: 127.0.0.1\n"),
            sends("GET " + session() + " HTTP/1.1\nHost: 127.0.0.1\n\n"),
            sends("POST " + session() + " HTTP/1.1\nHost: 127.0.0.1\nContent-Length: 9\n\n40"));
    server.stop();
    for (RawClient client : clients) {
      int status = client.status();
      assertTrue(status == 0 || status >= 400, () -> "status " + status);
      client.awaitEnd(Duration.ofMinutes(1));
    }
  }

  @Test
  void thoseThatAreWebSocketsAndThoseThatAreAboutToBe() {
    RawClient unused = RawClient.open(server.port());
    RawClient connected = RawClient.connected(server.port(), "ann");
    RawClient halfAFrame = RawClient.open(server.port());
    halfAFrame.send(new byte[] {(byte) 0x81});
    RawClient unprobed = probe();
    RawClient probed = probe();
    probed.text("2probe");
    assertEquals("3probe", probed.read().text());
    server.stop();
    for (RawClient client : List.of(unused, connected, halfAFrame, unprobed, probed)) {
      assertEquals(GOING_AWAY, client.closeStatus());
      client.awaitEnd(Duration.ofMinutes(1));
    }
  }
}
