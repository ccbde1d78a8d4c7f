package io.healthconnect.signaling.interop;

import io.healthconnect.signaling.SignalingLimits;
import io.healthconnect.signaling.endpoint.SignalingCore;
import io.healthconnect.signaling.endpoint.SocketRegistry;
import io.healthconnect.signaling.endpoint.SystemTimers;
import io.healthconnect.signaling.rig.EchoListener;
import io.healthconnect.signaling.rig.OfficialClient;
import io.healthconnect.signaling.rig.TestServer;
import io.healthconnect.testkit.SequentialIds;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.glassfish.tyrus.server.TyrusServerContainer;
import org.glassfish.tyrus.spi.ServerContainer;
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
    ExecutorService executor = Executors.newFixedThreadPool(4);
    try (SystemTimers timers = new SystemTimers()) {
      SignalingCore core =
          new SignalingCore(
              LIMITS,
              new EchoListener(),
              new SocketRegistry(8),
              executor,
              timers,
              new SequentialIds()::next);
      ServerContainer container = StandaloneHost.deploy(core, TestServer.ORIGINS, 0);
      try {
        return cases(((TyrusServerContainer) container).getPort());
      } finally {
        container.stop();
      }
    } finally {
      executor.shutdownNow();
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
