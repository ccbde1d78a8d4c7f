package io.healthconnect.signaling.transport;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.healthconnect.signaling.SignalingLimits;
import io.healthconnect.signaling.rig.ManualTimers;
import io.healthconnect.signaling.rig.TestServer;
import io.healthconnect.testkit.wire.BadHandshakes;
import io.healthconnect.testkit.wire.RawClient;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** W-02: hundreds of bad handshakes, none of which opens a socket or breaks the server. */
class BadHandshakesTest {
  private static final TestServer SERVER =
      new TestServer(SignalingLimits.defaults(), new ManualTimers());

  @AfterAll
  static void stop() {
    SERVER.close();
  }

  static List<BadHandshakes.Case> cases() {
    return BadHandshakes.all("session");
  }

  @ParameterizedTest(name = "w02 {0}")
  @MethodSource("cases")
  void w02Refuses(BadHandshakes.Case bad) {
    try (RawClient client = new RawClient(SERVER.port())) {
      String head = client.http(bad.request());
      assertEquals(bad.status(), Integer.parseInt(head.split(" ", 3)[1]), head);
    }
    assertEquals(0, SERVER.handler.connections());
  }

  @Test
  void w02HasThreeHundredDifferentOnes() {
    long different = cases().stream().map(BadHandshakes.Case::request).distinct().count();
    assertEquals(cases().size(), different);
    assertTrue(different >= 300, () -> different + " cases");
    assertTrue(cases().stream().noneMatch(bad -> bad.request().equals(RawClient.UPGRADE)));
  }
}
