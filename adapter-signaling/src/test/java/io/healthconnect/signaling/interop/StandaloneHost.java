package io.healthconnect.signaling.interop;

import io.healthconnect.application.HealthConnect;
import io.healthconnect.signaling.OriginPolicy;
import io.healthconnect.signaling.SignalingLimits;
import io.healthconnect.signaling.Timers;
import io.healthconnect.signaling.endpoint.SignalingEndpoint;
import io.healthconnect.signaling.product.Backplane;
import io.healthconnect.signaling.product.ProductLimits;
import io.healthconnect.signaling.product.ProductSignaling;
import io.healthconnect.signaling.session.SignalingCore;
import io.healthconnect.signaling.session.SocketRegistry;
import jakarta.websocket.DeploymentException;
import java.io.IOException;
import java.util.Map;
import java.util.concurrent.Executor;
import java.util.function.Supplier;
import org.glassfish.tyrus.spi.ServerContainer;
import org.glassfish.tyrus.spi.ServerContainerFactory;

/** Joins the product to the endpoint, and deploys the endpoint in the stock Tyrus server. */
final class StandaloneHost {
  private StandaloneHost() {}

  // begin: docs/embedding.md
  /** What the host provides to run sockets. */
  record Runs(Executor events, Executor changes, Timers timers, Supplier<String> ids) {}

  static SignalingCore join(HealthConnect health, Backplane backplane, Runs runs) {
    SignalingLimits limits = SignalingLimits.defaults();
    SocketRegistry sockets = new SocketRegistry(limits.sockets().perAccount());
    ProductSignaling product =
        ProductSignaling.create(
            health,
            backplane,
            sockets,
            runs.timers(),
            runs.changes(),
            new ProductLimits(100, 10, 3, 32 * 1024, 1024));
    return new SignalingCore(
        limits, product.listener(), sockets, runs.events(), runs.timers(), runs.ids());
  }

  static ServerContainer deploy(SignalingCore core, OriginPolicy origins, int port)
      throws DeploymentException, IOException {
    ServerContainer container = ServerContainerFactory.createServerContainer(Map.of());
    container.addEndpoint(SignalingEndpoint.config(core, origins));
    container.start("", port);
    return container;
  }
  // end: docs/embedding.md
}
