package io.healthconnect.signaling.interop;

import io.healthconnect.signaling.OriginPolicy;
import io.healthconnect.signaling.rig.GuardedHost;
import io.healthconnect.signaling.rig.ManualTimers;
import io.healthconnect.signaling.rig.OfficialClient;
import io.healthconnect.signaling.rig.ProductWorld;
import io.healthconnect.signaling.session.SignalingCore;
import java.io.IOException;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.glassfish.tyrus.server.TyrusServerContainer;
import org.glassfish.tyrus.spi.ServerContainer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * The product's events with the official JavaScript client, for both ways of hosting the endpoint.
 * The use cases are real; the stores are those of the testkit.
 */
class ProductInteropTest {
  private static final OriginPolicy ORIGINS =
      new OriginPolicy(Set.of("https://clinic.example"), Set.of("token", "__Host-token"));

  private final ExecutorService events = Executors.newFixedThreadPool(4);
  private final ExecutorService changes = Executors.newSingleThreadExecutor();
  private final ManualTimers timers = new ManualTimers();
  private final ProductWorld world = new ProductWorld();
  private final SignalingCore core =
      StandaloneHost.join(
          world.health,
          world.backplane(),
          new StandaloneHost.Runs(events, changes, timers, world.ids::next));

  @BeforeAll
  static void installTheClient() throws IOException, InterruptedException {
    OfficialClient.install();
  }

  @AfterEach
  void stopThreads() {
    events.shutdownNow();
    changes.shutdownNow();
    world.guard.assertNothingBlocked();
  }

  @TestFactory
  List<DynamicTest> onTheGuardedConnection() throws IOException, InterruptedException {
    try (GuardedHost host = new GuardedHost(core, ORIGINS)) {
      return cases(host.port());
    }
  }

  @TestFactory
  List<DynamicTest> chatAndCallsOverPollingAlone() throws IOException, InterruptedException {
    try (GuardedHost host = new GuardedHost(core, ORIGINS);
        ProductControl control = new ProductControl(world, core.registry(), timers, changes)) {
      return OfficialClient.cases(
          "polling.mjs", "http://127.0.0.1:" + host.port(), control.url(), "transports=polling");
    }
  }

  @TestFactory
  List<DynamicTest> onTheStockContainer() throws Exception {
    ServerContainer container = StandaloneHost.deploy(core, ORIGINS, 0);
    try {
      return cases(((TyrusServerContainer) container).getPort());
    } finally {
      container.stop();
    }
  }

  private List<DynamicTest> cases(int port) throws IOException, InterruptedException {
    try (ProductControl control = new ProductControl(world, core.registry(), timers, changes)) {
      return OfficialClient.cases("product.mjs", "http://127.0.0.1:" + port, control.url());
    }
  }
}
