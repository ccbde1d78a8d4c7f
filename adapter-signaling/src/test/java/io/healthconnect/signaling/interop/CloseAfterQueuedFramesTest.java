package io.healthconnect.signaling.interop;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.healthconnect.signaling.SignalingLimits;
import io.healthconnect.signaling.rig.Await;
import io.healthconnect.signaling.rig.EchoListener;
import io.healthconnect.signaling.rig.GuardedHost;
import io.healthconnect.signaling.rig.ManualTimers;
import io.healthconnect.signaling.rig.TestServer;
import io.healthconnect.signaling.session.SignalingCore;
import io.healthconnect.signaling.session.SocketRegistry;
import io.healthconnect.testkit.SequentialIds;
import io.healthconnect.testkit.wire.RawClient;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.glassfish.tyrus.server.TyrusServerContainer;
import org.glassfish.tyrus.spi.ServerContainer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/**
 * When the server closes after sending more than the network can buffer, a slow reader still
 * receives everything.
 */
class CloseAfterQueuedFramesTest {
  private static final int MESSAGES = 2_000;

  private final ExecutorService executor = Executors.newFixedThreadPool(4);
  private final EchoListener listener = new EchoListener();
  private final SignalingCore core =
      new SignalingCore(
          SignalingLimits.defaults()
              .withQueues(new SignalingLimits.Queues(2 * MESSAGES, Integer.MAX_VALUE, 1)),
          listener,
          new SocketRegistry(8),
          executor,
          new ManualTimers(),
          new SequentialIds()::next);

  @AfterEach
  void stop() {
    executor.shutdownNow();
  }

  @Test
  void onTheGuardedConnection() {
    try (GuardedHost host = new GuardedHost(core, TestServer.ORIGINS)) {
      everythingComes(host.port());
    }
  }

  @Test
  void onTheStockContainer() throws Exception {
    ServerContainer container = StandaloneHost.deploy(core, TestServer.ORIGINS, 0);
    try {
      everythingComes(((TyrusServerContainer) container).getPort());
    } finally {
      container.stop();
    }
  }

  private void everythingComes(int port) {
    try (RawClient slow = new RawClient(port, 4096)) {
      assertEquals(101, slow.status(RawClient.UPGRADE));
      assertTrue(slow.read().text().startsWith("0{"));
      slow.text("40{\"token\":\"token-ann\"}");
      assertTrue(slow.read().text().startsWith("40{"));
      slow.text("42[\"farewell\"," + MESSAGES + ",8000]");
      Await.until("closed", () -> listener.calls.contains("disconnected ann"));
      for (int i = 0; i < MESSAGES; i++) {
        assertTrue(slow.read().text().startsWith("42[\"farewell\""), "message " + i);
      }
      assertEquals(4401, slow.closeStatus());
    }
  }
}
