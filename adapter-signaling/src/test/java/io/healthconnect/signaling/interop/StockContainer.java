package io.healthconnect.signaling.interop;

import io.healthconnect.signaling.SignalingLimits;
import io.healthconnect.signaling.SystemTimers;
import io.healthconnect.signaling.rig.EchoListener;
import io.healthconnect.signaling.rig.TestServer;
import io.healthconnect.signaling.session.SignalingCore;
import io.healthconnect.signaling.session.SocketRegistry;
import io.healthconnect.testkit.SequentialIds;
import jakarta.websocket.DeploymentException;
import java.io.IOException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.glassfish.tyrus.server.TyrusServerContainer;
import org.glassfish.tyrus.spi.ServerContainer;

/** The endpoint in the stock Tyrus server, with the echo listener. */
final class StockContainer implements AutoCloseable {
  private final ExecutorService executor = Executors.newFixedThreadPool(4);
  private final SystemTimers timers = new SystemTimers();
  private final ServerContainer container;

  StockContainer(SignalingLimits limits) throws DeploymentException, IOException {
    container =
        StandaloneHost.deploy(
            new SignalingCore(
                limits,
                new EchoListener(),
                new SocketRegistry(8),
                executor,
                timers,
                new SequentialIds()::next),
            TestServer.ORIGINS,
            0);
  }

  int port() {
    return ((TyrusServerContainer) container).getPort();
  }

  @Override
  public void close() {
    container.stop();
    timers.close();
    executor.shutdownNow();
  }
}
