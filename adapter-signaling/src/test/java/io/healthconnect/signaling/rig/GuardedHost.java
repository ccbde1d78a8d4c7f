package io.healthconnect.signaling.rig;

import io.healthconnect.signaling.HostPolicy;
import io.healthconnect.signaling.OriginPolicy;
import io.healthconnect.signaling.session.SignalingCore;
import io.healthconnect.signaling.transport.Peer;
import io.healthconnect.signaling.transport.SignalingHandler;
import java.util.Set;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;

/** The product's own host: the endpoint on guarded connections of a Jetty server on loopback. */
public final class GuardedHost implements AutoCloseable {
  private static final HostPolicy HOSTS = new HostPolicy(Set.of("clinic.example"));

  public final SignalingHandler handler;
  private final Server server = new Server();
  private final ServerConnector connector = new ServerConnector(server);

  public GuardedHost(SignalingCore core, OriginPolicy origins) {
    this(core, origins, 0);
  }

  public GuardedHost(SignalingCore core, OriginPolicy origins, int port) {
    handler = new SignalingHandler(core, origins, HOSTS, Peer.direct());
    connector.setHost("127.0.0.1");
    connector.setPort(port);
    server.addConnector(connector);
    server.setHandler(handler);
    try {
      server.start();
    } catch (Exception failure) {
      throw new IllegalStateException(failure);
    }
  }

  public int port() {
    return connector.getLocalPort();
  }

  @Override
  public void close() {
    try {
      server.stop();
    } catch (Exception failure) {
      throw new IllegalStateException(failure);
    }
  }
}
