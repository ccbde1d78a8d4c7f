package io.healthconnect.signaling.interop;

import io.healthconnect.signaling.SignalingLimits;
import io.healthconnect.signaling.SystemTimers;
import io.healthconnect.signaling.rig.GuardedHost;
import io.healthconnect.signaling.rig.OfficialClient;
import io.healthconnect.signaling.rig.TestServer;
import io.healthconnect.signaling.suite.SuiteApplication;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.glassfish.tyrus.server.TyrusServerContainer;
import org.glassfish.tyrus.spi.ServerContainer;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** The protocol with the official JavaScript client, for both ways of hosting the endpoint. */
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

  /** With its defaults: it begins with polling and upgrades. */
  @TestFactory
  List<DynamicTest> withTheDefaultTransports() throws IOException, InterruptedException {
    return onTheGuardedConnection("socket.io-client", "polling,websocket");
  }

  @TestFactory
  List<DynamicTest> withPollingAlone() throws IOException, InterruptedException {
    return onTheGuardedConnection("socket.io-client", "polling");
  }

  @TestFactory
  List<DynamicTest> ofVersion40WithTheDefaultTransports() throws IOException, InterruptedException {
    return onTheGuardedConnection("socket.io-client-4.0", "polling,websocket");
  }

  @TestFactory
  List<DynamicTest> ofVersion40WithWebSocketAlone() throws IOException, InterruptedException {
    return onTheGuardedConnection("socket.io-client-4.0", "websocket");
  }

  @TestFactory
  List<DynamicTest> ofVersion40WithPollingAlone() throws IOException, InterruptedException {
    return onTheGuardedConnection("socket.io-client-4.0", "polling");
  }

  private static List<DynamicTest> onTheGuardedConnection(String client, String transports)
      throws IOException, InterruptedException {
    try (SystemTimers timers = new SystemTimers();
        TestServer server = new TestServer(LIMITS, timers)) {
      return cases(server.port(), "client=" + client, "transports=" + transports);
    }
  }

  private static List<DynamicTest> cases(int port, String... choices)
      throws IOException, InterruptedException {
    return casesOf("protocol.mjs", port, choices);
  }

  private static List<DynamicTest> casesOf(String script, int port, String... choices)
      throws IOException, InterruptedException {
    Stream<String> arguments =
        Stream.concat(Stream.of("http://127.0.0.1:" + port), Stream.of(choices));
    return OfficialClient.cases(script, arguments.toArray(String[]::new));
  }

  /** Namespaces and binary data, which the product does not use, on both ways of hosting. */
  @TestFactory
  List<DynamicContainer> withNamespacesAndBinaryData() throws Exception {
    ExecutorService events = Executors.newFixedThreadPool(2);
    try (SystemTimers timers = new SystemTimers();
        GuardedHost host =
            new GuardedHost(SuiteApplication.core(LIMITS, events, timers), TestServer.ORIGINS)) {
      List<DynamicContainer> all = new ArrayList<>();
      for (String transports : List.of("polling,websocket", "polling", "websocket")) {
        all.add(
            DynamicContainer.dynamicContainer(
                transports, casesOf("suite.mjs", host.port(), "transports=" + transports)));
      }
      ServerContainer container =
          StandaloneHost.deploy(
              SuiteApplication.core(LIMITS, events, timers), TestServer.ORIGINS, 0);
      int port = ((TyrusServerContainer) container).getPort();
      try {
        all.add(
            DynamicContainer.dynamicContainer(
                "the stock container", casesOf("suite.mjs", port, "transports=websocket")));
      } finally {
        container.stop();
      }
      return all;
    } finally {
      events.shutdownNow();
    }
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
