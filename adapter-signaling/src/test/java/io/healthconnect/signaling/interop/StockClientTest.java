package io.healthconnect.signaling.interop;

import io.healthconnect.signaling.SignalingLimits;
import io.healthconnect.signaling.endpoint.SystemTimers;
import io.healthconnect.signaling.rig.OfficialClient;
import io.healthconnect.signaling.rig.TestServer;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * The protocol, spoken by the official JavaScript client with both ways of hosting the endpoint.
 */
class StockClientTest {
  private static final SignalingLimits LIMITS = fastHeartbeat();

  @BeforeAll
  static void installTheClient() throws IOException, InterruptedException {
    OfficialClient.install();
  }

  @TestFactory
  List<DynamicTest> onTheGuardedConnection() throws IOException, InterruptedException {
    try (SystemTimers timers = new SystemTimers();
        TestServer server = new TestServer(LIMITS, timers)) {
      return cases(server.port());
    }
  }

  @TestFactory
  List<DynamicTest> onTheStockContainer() throws Exception {
    try (StockContainer container = new StockContainer(LIMITS)) {
      return cases(container.port());
    }
  }

  private static List<DynamicTest> cases(int port) throws IOException, InterruptedException {
    return OfficialClient.cases("protocol.mjs", "http://127.0.0.1:" + port);
  }

  private static SignalingLimits fastHeartbeat() {
    SignalingLimits limits = SignalingLimits.defaults();
    SignalingLimits.Timeouts timeouts = limits.timeouts();
    return limits.withTimeouts(
        new SignalingLimits.Timeouts(
            Duration.ofMillis(200),
            Duration.ofSeconds(5),
            timeouts.connect(),
            timeouts.handshake(),
            timeouts.close()));
  }
}
