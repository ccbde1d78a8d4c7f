package io.healthconnect.signaling.interop;

import io.healthconnect.signaling.SignalingLimits;
import io.healthconnect.signaling.SystemTimers;
import io.healthconnect.signaling.rig.OfficialClient;
import io.healthconnect.signaling.rig.TestServer;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** The client of python-socketio. */
class PythonClientTest {
  @BeforeAll
  static void installTheClient() throws IOException, InterruptedException {
    OfficialClient.installForPython();
  }

  @TestFactory
  List<DynamicTest> withItsDefaults() throws IOException, InterruptedException {
    return cases("polling,websocket");
  }

  @TestFactory
  List<DynamicTest> withPollingAlone() throws IOException, InterruptedException {
    return cases("polling");
  }

  @TestFactory
  List<DynamicTest> withWebSocketAlone() throws IOException, InterruptedException {
    return cases("websocket");
  }

  private static List<DynamicTest> cases(String transports)
      throws IOException, InterruptedException {
    try (SystemTimers timers = new SystemTimers();
        TestServer server = new TestServer(SignalingLimits.defaults(), timers)) {
      return OfficialClient.pythonCases(
          "stock.py", "http://127.0.0.1:" + server.port(), transports);
    }
  }
}
