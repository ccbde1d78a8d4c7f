package io.healthconnect.signaling.interop;

import io.healthconnect.signaling.rig.OfficialClient;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** The official JavaScript client recovers lost connections by itself, on each transport. */
class RecoveryInteropTest {
  @BeforeAll
  static void installTheClient() throws IOException, InterruptedException {
    OfficialClient.install();
  }

  @TestFactory
  List<DynamicTest> withWebSocketAlone() throws IOException, InterruptedException {
    return cases("websocket");
  }

  @TestFactory
  List<DynamicTest> withPollingAlone() throws IOException, InterruptedException {
    return cases("polling");
  }

  @TestFactory
  List<DynamicTest> withTheDefaultTransports() throws IOException, InterruptedException {
    return cases("polling,websocket");
  }

  private static List<DynamicTest> cases(String transports)
      throws IOException, InterruptedException {
    try (InteropHost host = InteropHost.withManualTime()) {
      return OfficialClient.cases(
          "recovery.mjs",
          host.url(),
          host.controlUrl(),
          "transports=" + transports,
          "events=" + InteropHost.EVENTS);
    }
  }
}
