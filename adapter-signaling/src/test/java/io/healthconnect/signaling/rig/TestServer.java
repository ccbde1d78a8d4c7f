package io.healthconnect.signaling.rig;

import io.healthconnect.signaling.OriginPolicy;
import io.healthconnect.signaling.SignalingLimits;
import io.healthconnect.signaling.endpoint.SignalingCore;
import io.healthconnect.signaling.endpoint.SocketRegistry;
import io.healthconnect.signaling.endpoint.Timers;
import io.healthconnect.signaling.transport.Peer;
import io.healthconnect.signaling.transport.SignalingHandler;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;

/** The real handler on a real server on loopback, with the echo listener. */
public final class TestServer implements AutoCloseable {
  public static final OriginPolicy ORIGINS =
      new OriginPolicy(Set.of("https://clinic.example"), Set.of("session"));

  public final EchoListener listener = new EchoListener();
  public final SocketRegistry registry;
  public final SignalingHandler handler;
  private final ExecutorService executor = Executors.newFixedThreadPool(4);
  private final Server server = new Server();
  private final ServerConnector connector = new ServerConnector(server);

  public TestServer(SignalingLimits limits, Timers timers) {
    registry = new SocketRegistry(limits.sockets().perAccount());
    handler = new SignalingHandler(core(limits, timers), ORIGINS, Peer.direct());
    connector.setHost("127.0.0.1");
    server.addConnector(connector);
    server.setHandler(handler);
    try {
      server.start();
    } catch (Exception failure) {
      throw new IllegalStateException(failure);
    }
  }

  private SignalingCore core(SignalingLimits limits, Timers timers) {
    AtomicInteger ids = new AtomicInteger();
    return new SignalingCore(
        limits, listener, registry, executor, timers, () -> "id" + ids.incrementAndGet());
  }

  public int port() {
    return connector.getLocalPort();
  }

  public void stop() {
    try {
      server.stop();
    } catch (Exception failure) {
      throw new IllegalStateException(failure);
    }
  }

  @Override
  public void close() {
    listener.gate.countDown();
    stop();
    executor.shutdownNow();
  }
}
